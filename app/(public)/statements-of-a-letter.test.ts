import { afterAll, beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/forms/form-answer'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { LetterState } from '@/app/_server/letter/state'
import { GET as lookUp } from '@/app/api/postcodes/[postcode]/route'
import { connection } from '@/db/client'
import { campaignVersions } from '@/db/schema/index'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import type { Context } from '@/lib/kernel/context'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { livingCampaign, mailTo, tokenIn, WESTMINSTER } from '@/lib/letters/testing'
import { forgetPuzzle } from '@/lib/limits/puzzle/is-puzzle-asked'
import { contextFor } from '@/lib/mailer/process-context'
import { sendConfirmation } from '@/lib/messages/to-writer/confirmation'
import { sendCopy } from '@/lib/messages/to-writer/copy-and-held'
import { cachedTables } from '@/lib/settings/cached'
import { keepInStep } from '@/lib/settings/listen-for-changes'
import SentPage from './campaigns/[slug]/sent/[token]/page'
import { form as writeForm } from './campaigns/[slug]/write/[seat]/[stage]/form'
import WritingPage from './campaigns/[slug]/write/[seat]/[stage]/page'
import MpPage from './campaigns/[slug]/write/[seat]/page'
import { form as confirmForm } from './confirm/[token]/form'
import ConfirmPage from './confirm/[token]/page'
import LetterPage from './letters/[token]/page'
import { htmlOf } from './testing'

/** At most so many statements at each step, as measured: whoever adds one says here what it is good for. */
const MOST = {
  'postcode looked up': 1,
  'page with the MP': 0,
  'page for own words': 0,
  'letter page': 6,
  'page about the writer': 0,
  'check page': 0,
  submitted: 11,
  'sent page': 1,
  'confirmation mailed': 12,
  'confirm page': 2,
  confirmed: 10,
  'status page': 4,
  'letter sent': 23,
  'copy mailed': 4,
}
type Step = keyof typeof MOST

const CACHED = [...cachedTables, 'campaign_versions']
/** The two that look at the stop switches within their own statement. */
const LOOKS_AFRESH: Partial<Record<Step, RegExp>> = {
  submitted: /^insert into "supporters" .* exists \(select from "settings" where/,
  'letter sent': /^select letters\.id, .* from letters join campaigns .* from settings .* for update of letters/,
}

let slug = ''
let step: { stop(): void }
let asked: string[] = []

beforeAll(async () => {
  slug = (await livingCampaign()).campaign.slug
  // The pool alone: what is cached is loaded, and looked after, beside it.
  Object.assign(connection().options, {
    debug: (_connection: number, statement: string) => asked.push(statement.replace(/\s+/g, ' ').trim()),
  })
  step = await keepInStep()
})
afterAll(() => step.stop())

test('a letter’s whole way asks the database no more than it did, and not for what is cached', async () => {
  // The first of a process loads what is cached, and prepares.
  await goTheWay('first@example.org', () => {})
  const steps: [Step, string[]][] = []
  await goTheWay('second@example.org', (name, statements) => steps.push([name, statements]))
  expect(steps.map(([name]) => name)).toEqual(Object.keys(MOST))
  const tooMany = steps.filter(([name, statements]) => statements.length > MOST[name])
  expect(tooMany).toEqual([])
  const reads = steps.flatMap(([name, statements]) =>
    statements.filter(readsCached).map((read) => [name, read] as const),
  )
  for (const [name, read] of reads) expect(read).toMatch(LOOKS_AFRESH[name] ?? /^none may$/)
  // Sending looks again, until nothing is due.
  expect(new Set(reads.map(([name]) => name))).toEqual(new Set(Object.keys(LOOKS_AFRESH)))
})

test('a read of what is cached is noticed, alone and within another statement', async () => {
  const { db } = contextFor({ kind: 'system' })
  const [, statements] = await counted(() => db.select().from(campaignVersions).limit(1))
  expect(statements.filter(readsCached)).toHaveLength(1)
  expect(readsCached('select 1 from "letters" inner join "mps" on true')).toBe(true)
  expect(readsCached('insert into "letters" select from constituencies')).toBe(true)
  expect(readsCached('select "mps_seen" from "letters"')).toBe(false)
})

function readsCached(statement: string): boolean {
  return CACHED.some((table) => new RegExp(`\\b(from|join) "?${table}\\b`).test(statement))
}

async function counted<T>(work: () => Promise<T>): Promise<[T, string[]]> {
  asked = []
  const done = await work()
  return [done, [...asked]]
}

/** One writer's letter from the look-up to its delivery; `reached` is told what each step asked. */
async function goTheWay(email: string, reached: (step: Step, asked: string[]) => void): Promise<void> {
  const at = async <T>(name: Step, work: () => Promise<T>): Promise<T> => {
    const exchange = newExchange({ clientAddress: '203.0.113.7', clientNetwork: '203.0.113' })
    const [done, statements] = await counted(() => withExchange(exchange, work))
    reached(name, statements)
    return done
  }
  // How many come in is looked at every few seconds: here each time.
  forgetPuzzle()
  const worker: Context = contextFor({ kind: 'system' })
  const ctx = { ...worker, env: { ...worker.env, sendHours: null } }
  await at('postcode looked up', () =>
    lookUp(new Request('http://localhost/'), { params: Promise.resolve({ postcode: 'SW1A 0AA' }) }),
  )
  const start = { postcode: 'SW1A 0AA', constituency: WESTMINSTER }
  await at('page with the MP', () => htmlOf(MpPage({ params: Promise.resolve({ slug, seat: WESTMINSTER }) })))
  await at('page for own words', () =>
    htmlOf(
      WritingPage({
        params: Promise.resolve({ slug, seat: WESTMINSTER, stage: 'words' }),
        searchParams: Promise.resolve({}),
      }),
    ),
  )
  const letter = draftOf(await at('letter page', () => write({ ...start, step: 'words' })))
  await at('page about the writer', () => write({ ...carried(letter), step: 'letter' }))
  const details = { name: `Anna ${email.split('@')[0]}`, email, address1: '7 Quince Row', town: 'London' }
  const check = draftOf(await at('check page', () => write({ ...carried(letter), ...details, step: 'you' })))
  const sent = redirectOf(await at('submitted', () => write({ ...carried(check), step: 'check' })))
  await at('sent page', () =>
    htmlOf(SentPage({ params: Promise.resolve({ slug, token: tokenOf(sent) }), searchParams: Promise.resolve({}) })),
  )
  const link = await readLink(ctx, 'sent', tokenOf(sent))
  const letterId = link?.letterId ?? ''
  await at('confirmation mailed', () => sendConfirmation(ctx, letterId, false))
  const token = tokenIn((await mailTo(email))[0], 'confirm')
  await at('confirm page', () =>
    htmlOf(ConfirmPage({ params: Promise.resolve({ token }), searchParams: Promise.resolve({}) })),
  )
  const status = redirectOf(await at('confirmed', async () => confirmForm(new FormData(), { token })))
  await at('status page', () =>
    htmlOf(LetterPage({ params: Promise.resolve({ token: tokenOf(status) }), searchParams: Promise.resolve({}) })),
  )
  expect(await at('letter sent', () => sendDue(ctx))).toBe(1)
  await at('copy mailed', () => sendCopy(ctx, letterId))
  expect(await mailTo(email)).toHaveLength(2)
}

function write(fields: Record<string, string>): Promise<FormAnswer<LetterState>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const ask of ['ceasefire', 'talks']) form.append('ask', ask)
  return writeForm(form, { slug })
}

/** The hidden fields and the texts of a draft, as its page would post them again. */
function carried({ asks: _asks, updates, ...texts }: LetterDraft): Record<string, string> {
  return { ...texts, ...(updates && { updates: 'yes' }) }
}

function draftOf(answer: FormAnswer<LetterState>): LetterDraft {
  if (!('show' in answer)) throw new Error('No letter is shown.')
  expect(answer.show.faults).toEqual([])
  return answer.show.draft
}

function redirectOf(answer: object): string {
  if (!('redirect' in answer)) throw new Error(`It leads nowhere: ${JSON.stringify(answer)}`)
  return `${answer.redirect}`
}

function tokenOf(address: string): string {
  return address.split('/').at(-1)?.split('?')[0] ?? ''
}
