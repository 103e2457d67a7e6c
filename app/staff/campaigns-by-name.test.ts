import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wordsIn } from '@/app/(public)/testing'
import { createCampaign } from '@/lib/campaigns/create'
import { setSendingPaused } from '@/lib/delivery/queue/pause-sending'
import { deliverLetter } from '@/lib/delivery/testing'
import { sayAnswer } from '@/lib/letters/mp-answers/say-answer'
import { confirmedLetter, livingCampaign, WESTMINSTER } from '@/lib/letters/testing'
import { createApiKey } from '@/lib/staff/api-keys/create'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { addWebhook } from '@/lib/webhooks/staff/add'
import { playReceiver } from '@/lib/webhooks/testing'
import { htmlFor } from './testing'

type Page = { default: (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<never> }

const TOKEN = 'of-the-admin'
/** What only leads on, or is open before anybody has signed in. */
const NO_LIST = /^(\[\.\.\.missing\]|sign-in|page\.tsx)/
const pages = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(^|\/)page\.tsx$/.test(file) && !NO_LIST.test(file),
)

let receiver: Awaited<ReturnType<typeof playReceiver>>
let slug = ''
let title = ''
let place: Record<string, string> = {}

beforeAll(async () => {
  const { ctx, campaign } = await livingCampaign()
  receiver = await playReceiver()
  slug = campaign.slug
  title = campaign.content.title
  const admin = await memberContext(ctx, 'admin')
  const userId = admin.actor.kind === 'staff' ? admin.actor.id : ''
  await startSession({ ...ctx, now: () => new Date() }, { token: TOKEN, userId })
  const { id: letter } = await confirmedLetter(ctx, campaign)
  await deliverLetter(ctx, letter)
  await sayAnswer(ctx, letter, { said: 'She will ask.', quote: false })
  await createApiKey(admin, { name: 'A site', campaign, scopes: ['figures:read'], lastDay: null })
  const { id: webhook } = await addWebhook(admin, { address: receiver.url, campaign: campaign.id, told: 'all' })
  await setSendingPaused(admin, { campaignId: campaign.id, paused: true })
  await createCampaign(admin, { slug: 'another-one', goal: 1000, from: campaign.id })
  place = { id: campaign.id, letter, webhook, member: userId, part: 'letter', seat: WESTMINSTER }
})
afterAll(() => receiver.close())

test.each(pages)('%s calls a campaign by its title, and by its slug in addresses alone', async (file) => {
  const words = await wordsOf(file, { from: '1', to: '1', number: '1', do: 'close' })
  expect(words.replace(/\S*\/\S*/g, '')).not.toContain(slug)
})

test.each([
  ['letters/page.tsx', 'Stopped: “TITLE”.'],
  ['letters/[letter]/page.tsx', 'Campaign TITLE'],
  ['letters/answers/page.tsx', 'TITLE'],
  ['api-keys/page.tsx', 'TITLE'],
  ['webhooks/page.tsx', 'TITLE'],
  ['webhooks/[webhook]/page.tsx', 'Campaign TITLE'],
  ['audit/page.tsx', 'campaign “TITLE”'],
])('%s says %s', async (file, said) => {
  expect(await wordsOf(file)).toContain(said.replace('TITLE', title))
})

async function wordsOf(file: string, query = {}): Promise<string> {
  const page: Page = await import(join(import.meta.dirname, file))
  const props = { params: Promise.resolve(place), searchParams: Promise.resolve(query) }
  return wordsIn((await htmlFor(TOKEN, () => page.default(props))).replaceAll('<!-- -->', ''))
}
