import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { browserLaunch } from '@/e2e/fixtures/browser'
import { playedPostcodes } from '@/e2e/fixtures/directory'
import { makeDataDir, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { runCommand, WrongUsage } from '@/lib/cli/run-command'
import { withDatabase } from '@/lib/cli/with-database'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { publishFirstCampaign } from '@/lib/content/first-campaign/publish-first-campaign'
import { playSources } from '@/lib/directory/live/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import type { Context } from '@/lib/kernel/context'
import { envFields } from '@/lib/kernel/env-fields'
import { seedSignUps } from '@/tools/seed/sign-ups'
import { LOOKS, type Look } from './looks'
import { ofEmails } from './of-emails'
import { ofLetters } from './of-letters'
import { ofLinks } from './of-links'
import { ofMoreCampaigns } from './of-more-campaigns'
import { ofStaff } from './of-staff'
import { ofTheCampaign, ofWriting } from './of-the-campaign'
import { readmePicture } from './readme-picture'
import { makeSheets, type Picture } from './sheet'
import type { Stage } from './stage'
import { take } from './take'
import type { Walk } from './walks'

const GROUPS: Record<string, Walk[]> = {
  campaign: ofTheCampaign,
  writing: ofWriting,
  letters: ofLetters,
  links: ofLinks,
  more: ofMoreCampaigns,
  staff: ofStaff,
  emails: ofEmails,
}
const USAGE = `Usage:
  npm run screens -- FOLDER [GROUP …] [--dev]
Takes every page in every state, at 360×740 and 1280×900, light and dark, and puts them onto contact sheets in FOLDER.
Groups: ${Object.keys(GROUPS).join(', ')}. With --dev nothing is built.
  npm run screens -- docs readme
Makes the README's picture of the campaign's page anew.`
const README = 'readme'
const SIGN_UPS = 3000
const PATIENCE_MS = 120_000
const OPERATOR = {
  OPERATOR_NAME: 'Example Campaigns',
  OPERATOR_ADDRESS: '1 Sample Street, London N1 1AA',
  OPERATOR_EMAIL: 'hello@example.org',
}
const DEV = [process.execPath, '--import', 'tsx', 'server.ts', '--dev']

async function screens(args: string[]): Promise<void> {
  const [folder, ...groups] = args.filter((word) => !word.startsWith('--'))
  if (!folder || groups.some((group) => group !== README && !(group in GROUPS))) throw new WrongUsage(USAGE)
  const asked = Object.entries(GROUPS).filter(([name]) => groups.length === 0 || groups.includes(name))
  const dataDir = makeDataDir()
  onlyIn(dataDir)
  const sources = await playSources(playedPostcodes)
  try {
    await withDatabase(async (ctx) => {
      await seed(ctx)
      const product = await startProduct({
        settings: {
          ...OPERATOR,
          DATA_DIR: dataDir,
          LIMITS: 'off',
          SEND_HOURS: '00:00-24:00',
          MEMBERS_API_URL: sources.membersApiUrl,
          POSTCODES_API_URL: sources.postcodesApiUrl,
        },
        ...(args.includes('--dev') && { command: DEV }),
      })
      const launch = await browserLaunch()
      const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), '--lang=en-GB'] })
      try {
        const stage = { ctx, url: product.url, dataDir }
        if (groups.includes(README)) console.log(await readmePicture(await browser.newPage(), product.url, folder))
        for (const [name, walks] of asked) await takeGroup(browser, stage, resolve(folder), name, walks)
      } finally {
        await browser.close()
        await product.stop()
      }
    })
  } finally {
    await sources.close()
    removeDataDir(dataDir)
  }
}

/** Whatever this machine has set for a product of its own: what is seeded here goes into a folder made for it. */
function onlyIn(dataDir: string): void {
  for (const name of Object.keys(envFields.shape)) process.env[name] = ''
  Object.assign(process.env, { DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
}

async function seed(ctx: Context): Promise<void> {
  await loadSnapshot(ctx)
  await publishFirstCampaign(ctx)
  const [campaign] = await liveCampaigns(ctx)
  if (!campaign) throw new Error('The first campaign is not there.')
  await seedSignUps(ctx, { campaign, count: SIGN_UPS, days: 30, from: 0 })
  await rollUp(ctx)
}

async function takeGroup(browser: Browser, stage: Stage, folder: string, name: string, walks: Walk[]): Promise<void> {
  const taken: Map<Look, Picture>[] = []
  const into = resolve(folder, name)
  mkdirSync(into, { recursive: true })
  for (const walk of walks) {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
    // A page that is compiled when it is first asked for takes its time.
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    const shoot = async (what: string) => void taken.push(await take(page, into, what))
    // One that fails leaves its pictures out, and not those of all others.
    await walk(page, shoot, stage).catch((error: unknown) => {
      process.exitCode = 1
      console.error(
        `${name}, after “${taken.at(-1)?.get(LOOKS[0])?.name}”: ${error instanceof Error ? error.message : error}`,
      )
    })
    await context.close()
  }
  for (const look of LOOKS) {
    const pictures = taken.flatMap((each) => each.get(look) ?? [])
    for (const file of await makeSheets(folder, name, look, pictures)) console.log(file)
  }
}

await runCommand(screens)
