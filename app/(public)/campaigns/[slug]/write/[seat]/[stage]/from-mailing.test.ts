import { beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/forms/form-answer'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { LetterState } from '@/app/_server/letter/state'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { letters, rateLimits, supporters } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { livingCampaign, NO_EMAIL, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import { limitsSetting } from '@/lib/limits/current-limits'
import { forgetPuzzle, puzzleSetting } from '@/lib/limits/puzzle/is-puzzle-asked'
import type { TestContext } from '@/lib/mailer/testing/context'
import { form as writeForm } from './form'
import { ShownStage } from './shown-stage'

const LINK = {
  step: 'mailing',
  constituency: WESTMINSTER,
  name: 'Anna Smith',
  email: 'anna@example.org',
  postcode: 'SW1A 0AA',
  source: 'utm_source=newsletter',
}
const HOME = { address1: '7 Quince Row', town: 'London' }

let ctx: TestContext
let campaign: LiveCampaign

beforeEach(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  for (const table of [rateLimits, settings, letters, supporters]) await ctx.db.delete(table)
  forgetPuzzle()
})

const exchange = () => newExchange({ clientAddress: '203.0.113.7' })

function posted(fields: Record<string, string>, by = exchange()): Promise<FormAnswer<LetterState>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return withExchange(by, () => writeForm(form, { slug: campaign.slug }))
}

function shown(answer: FormAnswer<LetterState>): LetterState & { status: number } {
  if (!('show' in answer)) throw new Error('No letter is shown.')
  return { ...answer.show, status: answer.status ?? 200 }
}

/** The page with their name, as one comes to it from the link, and what its form would send with an address typed in. */
async function onYouPage(more: Record<string, string> = {}) {
  const state = shown(await posted({ ...LINK, ...more }))
  return { state, html: await pageOf(state), sent: await asSent(state) }
}

const pageOf = (left: LetterState) => withExchange(exchange(), () => htmlOf(ShownStage({ ctx, campaign, left })))

async function asSent(left: LetterState): Promise<Record<string, string>> {
  const { asks: _asks, updates: _updates, ...texts }: LetterDraft = left.draft
  const submission = /name="submission" value="([^"]+)"/.exec(await pageOf(left))?.[1] ?? ''
  return { ...texts, ...HOME, submission, step: 'you' }
}

const stored = async () => [await ctx.db.$count(supporters), await ctx.db.$count(letters)]

describe('from a link of a mailing', () => {
  test('the first press leads to the page with one’s name, filled in, and the letter', async () => {
    const by = exchange()
    const state = shown(await posted(LINK, by))
    expect(state).toMatchObject({
      stage: 'you',
      faults: [],
      status: 200,
      draft: { name: LINK.name, email: LINK.email, postcode: LINK.postcode, source: LINK.source, quick: 'yes' },
    })
    expect(state.draft.body).toContain('Cities of London and Westminster')
    expect(state.draft.wording).toMatch(/^~[\w-]{17,}$/)
    expect(by.reached).toEqual({ step: 'started', constituency: WESTMINSTER, source: LINK.source })
    const html = await pageOf(state)
    expect(html).toContain(`value="${LINK.email}"`)
    const words = wordsIn(html)
    expect(words).toContain('Your link filled some of this in')
    expect(words).toContain(state.draft.subject)
    expect(words).toMatch(/Send my letter.* Make it yours/)
    expect(await stored()).toEqual([0, 0])
  })

  test('an MP that the browser found by the fragment of a link is counted as found with it', async () => {
    const by = exchange()
    await posted({ ...LINK, found: 'here' }, by)
    expect(by.reached).toMatchObject({ step: 'started', foundBefore: true })
  })

  test('the second sends it, once', async () => {
    const { sent } = await onYouPage()
    expect(await posted(sent)).toEqual({ redirect: expect.stringContaining('/sent/') })
    expect(await posted(sent)).toEqual({ redirect: expect.stringContaining('/sent/') })
    expect(await stored()).toEqual([1, 1])
  })

  test('what is not sound is asked for on the same page, and it goes from there', async () => {
    const { sent } = await onYouPage()
    const faulty = shown(await posted({ ...sent, town: '' }))
    expect(faulty).toMatchObject({ stage: 'you', status: 422, draft: { quick: 'yes' } })
    expect(wordsIn(await pageOf(faulty))).toContain('Read your letter')
    expect(await posted(await asSent(faulty))).toHaveProperty('redirect')
    expect(await stored()).toEqual([1, 1])
  })

  test('says what becomes of a letter that cannot go by e-mail now', async () => {
    const byPost = await onYouPage({ constituency: NO_EMAIL, postcode: '' })
    expect(wordsIn(byPost.html)).toContain('Make my letter ready to post')
    const kept = await onYouPage({ constituency: VACANT, postcode: '' })
    expect(wordsIn(kept.html)).toContain('Keep my letter until there is an MP')
  })

  test('a letter that is made one’s own is on the same page after that, as it was changed', async () => {
    const { sent } = await onYouPage()
    const letter = shown(await posted({ ...sent, change: 'letter' }))
    expect(letter).toMatchObject({ stage: 'letter', draft: { body: sent.body, town: HOME.town } })
    const { asks: _asks, updates: _updates, ...texts } = letter.draft
    const changed = shown(await posted({ ...texts, body: 'My own words, for once.', step: 'letter' }))
    expect(changed).toMatchObject({ stage: 'you', draft: { body: 'My own words, for once.', quick: 'yes' } })
    expect(wordsIn(await pageOf(changed))).toContain('My own words, for once.')
    expect(await posted(await asSent(changed))).toHaveProperty('redirect')
  })
})

describe('the letter is checked first', () => {
  test('where the e-mail address has a probable slip', async () => {
    const { sent } = await onYouPage()
    expect(shown(await posted({ ...sent, email: 'anna@gmial.com' }))).toMatchObject({
      stage: 'check',
      slip: 'anna@gmail.com',
    })
    expect(await stored()).toEqual([0, 0])
  })

  test('where a sum is asked for, and the page before says so', async () => {
    await ctx.db.insert(settings).values({ name: puzzleSetting.name, value: { when: 'always', most: 1 } })
    forgetPuzzle()
    const { html, sent } = await onYouPage()
    expect(wordsIn(html)).toContain('Check your letter')
    expect(wordsIn(html)).not.toContain('Send my letter')
    expect(shown(await posted(sent))).toMatchObject({ stage: 'check' })
    expect(await stored()).toEqual([0, 0])
  })

  test('where it does not come from the page that says that it goes', async () => {
    const { sent } = await onYouPage()
    expect(shown(await posted({ ...sent, quick: '' }))).toMatchObject({ stage: 'check' })
    expect(shown(await posted({ ...sent, submission: '' }))).toMatchObject({ stage: 'check' })
  })

  test('where the postcode lies in the seat beside, and once that is answered it goes', async () => {
    const { sent } = await onYouPage({ constituency: VACANT })
    const check = shown(await posted(sent))
    expect(check).toMatchObject({ stage: 'check', elsewhere: { seats: [{ code: WESTMINSTER }] } })
    expect(await stored()).toEqual([0, 0])
    const { asks: _asks, updates: _updates, ...texts } = check.draft
    expect(await posted({ ...texts, step: 'check', home: VACANT })).toHaveProperty('redirect')
  })
})

test('too many letters begun are refused as ever, and what the link filled in is kept', async () => {
  await ctx.db.insert(settings).values({ name: limitsSetting.name, value: { wording: { points: 1, seconds: 600 } } })
  await posted(LINK)
  const by = exchange()
  expect(shown(await posted(LINK, by))).toMatchObject({
    stage: 'words',
    status: 429,
    draft: { name: LINK.name, email: LINK.email, quick: 'yes' },
  })
  expect(by.reached).toBeUndefined()
})
