import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { addressOf } from '@/app/_server/routes/address'
import { expectAccessible } from './fixtures/accessible'
import { ask, ByHttp } from './fixtures/by-http'
import { onDatabase } from './fixtures/database'
import { postcodeIn } from './fixtures/directory'
import { sharedFigures, stopFigures } from './fixtures/figures-links'
import { misfits } from './fixtures/fits'
import { onDayFourteen, twoWeeksAgo } from './fixtures/later'
import { linkIn, linksIn, Mailbox } from './fixtures/mailbox'
import { mailingToken } from './fixtures/mailing-token'
import { test } from './fixtures/own-product'
import { CAMPAIGN, Path } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { BUILT, type Product } from './fixtures/product'
import { signedIn } from './fixtures/staff'
import { expect } from './fixtures/test'

const SEAT = 'E14001172'
/** Of one address, so many different pages are looked at: a letter that was sent, and one that waits. */
const PAGES_OF_ONE = 2
/** What these show is shown at another address too. */
const SHOWN_ELSEWHERE = ['/home/[listing]', '/[...missing]', '/staff/[...missing]']
/** Nothing that happens here leads to it: administrator-adds-a-webhook.spec.ts looks at it at 320 px. */
const LATER = ['/staff/webhooks/[webhook]']
/** Steps after the letter that have a page of their own. */
const STEPS = ['ring', 'surgery'].map((kind) => ({ id: kind, kind, states: [], parties: [], nations: [] }))

test.setTimeout(300_000)
// The product is its own, and pages that say that something is not there are among those that are looked at.
test.use({ allowedComplaints: /a request to http:\/\/localhost:|the server responded with a status of/ })

test('every page, with figures for all the country, at 320 px, with text at twice its size, and with it spaced', async ({
  page,
  start,
  dataDir,
}) => {
  execFileSync('npm', ['run', 'seed', '--', 'sign-ups', '3000'], {
    cwd: BUILT,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const product = await start()
  const session = await page.context().newCDPSession(page)
  const pages = new Pages(product.url)
  pages.add(...(await ofLetters(product, dataDir)))
  for (const step of await ofSteps(dataDir)) {
    pages.add(step)
    await page.goto(product.url + step)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/Ring the office|Ask for an appointment with/)
    await expectAccessible(page, step)
  }
  pages.add(`${CAMPAIGN}/for/${await mailingToken({ n: 'Anna Smith', p: 'SW1A 0AA' }, dataDir)}`)
  await signedIn(page, 'admin', { url: product.url, dataDir })
  pages.add(await sharedFigures(page, product.url), await stopFigures(await anAdministrator(dataDir), dataDir))
  pages.add(
    ...['', '/map?part=all', '/map?find=york', '/choose?find=newport', '/write?postcode=x'].map(
      (end) => CAMPAIGN + end,
    ),
  )
  pages.add('/staff', '/dev/mailbox', '/nothing', '/paused', '/fault', ...pages.known())
  for (let path = pages.next(); path; path = pages.next()) {
    await page.goto(product.url + path)
    expect.soft(await misfits(page, session), path).toEqual([])
    pages.add(...(await linksOf(page)))
  }
  for await (const stage of pagesOfALetter(page, product.url)) {
    expect.soft(await misfits(page, session), stage).toEqual([])
  }
  expect(pages.unseen().filter((address) => !LATER.includes(address))).toEqual([])
})

async function anAdministrator(dataDir: string): Promise<string> {
  const [member] = await onDatabase(dataDir, (sql) => sql`select id from staff where role = 'admin' limit 1`)
  return String(member?.id)
}

/** The addresses of the steps after a letter, which the campaign has from now on. */
async function ofSteps(dataDir: string): Promise<string[]> {
  await onDatabase(
    dataDir,
    (sql) => sql`
      with version as (
        insert into campaign_versions (campaign_id, number, content, created_by)
        select campaign_id, number + 1, content || ${sql.json({ nextSteps: STEPS })}, 'system' from campaign_versions
        returning id, campaign_id)
      update campaigns set published_version_id = version.id from version where campaigns.id = version.campaign_id`,
  )
  return STEPS.map(({ id }) => `${CAMPAIGN}/next/${id}?seat=${SEAT}`)
}

/** The addresses that come with letters: sent, held, not yet confirmed, and asked about. */
async function ofLetters({ url }: Product, dataDir: string): Promise<string[]> {
  const http = new ByHttp(url)
  const [signed, unconfirmed] = [makePerson(), makePerson()]
  const addresses = [
    await http.sign('SW1A 0AA', signed),
    await http.sign(postcodeIn('New Forest East'), makePerson()),
    (await http.submit('SW1A 0AA', unconfirmed)).location ?? '',
  ]
  const mailbox = new Mailbox(url)
  await mailbox.waitFor({ to: unconfirmed.email, says: '/confirm/' })
  await mailbox.waitFor({ says: '/verify/' })
  const [asked = ''] = addresses
  await onDayFourteen(asked, { dataDir })
  const replied = linkIn(await mailbox.waitFor({ subject: /replied/ }), 'replied')
  await twoWeeksAgo(asked, { dataDir })
  await ask(url, '/my-data', new URLSearchParams({ email: signed.email }))
  await mailbox.waitFor({ to: signed.email, says: '/my-data/' })
  addresses.push(replied, `${replied}/chase`)
  return [...addresses, ...(await mailbox.read()).flatMap(linksIn)]
}

/** The pages on which a letter is written, which answer its forms. */
async function* pagesOfALetter(page: Page, url: string): AsyncGenerator<string> {
  const path = new Path(page)
  const person = makePerson()
  await page.goto(`${url}${CAMPAIGN}/write/${SEAT}`)
  await path.goToLetter(person.reason)
  yield 'the letter'
  await path.fillDetails(person)
  yield 'about its writer'
  await path.field('Postcode').fill('SW1A 0AA')
  await path.goToCheck()
  yield 'the check page'
}

async function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a')].filter(({ download }) => download === '').map(({ href }) => href),
  )
}

/** Which pages there are, and which have been looked at: a few of each address of `app`, found by links from page to page. */
class Pages {
  private readonly waiting: string[] = []
  private readonly taken = new Map<string, Set<string>>()
  private readonly addresses = readdirSync(join(import.meta.dirname, '../app'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('/page.tsx'))
    .flatMap((file) => addressOf(dirname(file)) ?? [])
    .filter((address) => !SHOWN_ELSEWHERE.includes(address))

  constructor(private readonly base: string) {}

  /** The paths of those addresses that hold nothing but what every installation has. */
  known(): string[] {
    const slug = CAMPAIGN.split('/').at(-1) ?? ''
    return this.addresses
      .map((address) =>
        address
          .replace('[slug]', slug)
          .replace(/\[(seat|code)\]/, SEAT)
          .replace('[stage]', 'words'),
      )
      .filter((path) => !path.includes('['))
  }

  add(...links: string[]): void {
    for (const link of links) {
      const { origin, pathname, search } = new URL(link, this.base)
      const address = origin === this.base ? this.addressOf(pathname) : undefined
      if (address === undefined) continue
      const seen = this.taken.get(address) ?? new Set()
      if (seen.size >= PAGES_OF_ONE || seen.has(pathname + search)) continue
      this.taken.set(address, seen.add(pathname + search))
      this.waiting.push(pathname + search)
    }
  }

  next(): string | undefined {
    return this.waiting.shift()
  }

  unseen(): string[] {
    return this.addresses.filter((address) => !this.taken.has(address))
  }

  /** The address of `app` that a path is of: one without brackets before one with them. */
  private addressOf(path: string): string | undefined {
    const fitting = this.addresses.filter((address) =>
      new RegExp(`^${address.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path),
    )
    return fitting.find((address) => address === path) ?? fitting[0]
  }
}
