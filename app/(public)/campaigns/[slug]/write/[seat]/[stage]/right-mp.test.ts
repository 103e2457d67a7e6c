import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/forms/form-answer'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { LetterState } from '@/app/_server/letter/state'
import { letters, postcodeFacts, rateLimits, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { type PlayedSources, playSources } from '@/lib/directory/live/testing'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { VACANT as HOLBORN, livingCampaign, WESTMINSTER } from '@/lib/letters/testing'
import { form as writeForm } from './form'

const ABERAFAN = 'W07000081'
const SEVENOAKS = 'E14001465'
const DETAILS = { name: 'Anna Smith', email: 'anna@example.org', address1: '7 Quince Row', town: 'London' }

let campaign: LiveCampaign
let played: PlayedSources
beforeAll(async () => {
  played = await playSources({ BR87RE: { names: ['Sevenoaks'], code: SEVENOAKS } })
  // Before anything reads the environment, which is done once.
  process.env.MEMBERS_API_URL = played.membersApiUrl
  process.env.POSTCODES_API_URL = played.postcodesApiUrl
})
afterAll(() => played.close())
beforeEach(async () => {
  const living = await livingCampaign()
  campaign = living.campaign
  played.asked = []
  const { ctx } = living
  for (const table of [rateLimits, letters, supporters]) await ctx.db.delete(table)
})

function posted(fields: Record<string, string>): Promise<FormAnswer<LetterState>> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ask: 'ceasefire', ...fields })) form.append(name, value)
  return withExchange(newExchange({ clientAddress: '203.0.113.7' }), () => writeForm(form, { slug: campaign.slug }))
}

function shown(answer: FormAnswer<LetterState>): LetterState & { status: number } {
  if (!('show' in answer)) throw new Error('No letter is shown.')
  return { ...answer.show, status: answer.status ?? 200 }
}

/** A draft's hidden fields, as its page posts them again. */
function carried({ asks: _asks, updates: _updates, ...texts }: LetterDraft): Record<string, string> {
  return texts
}

/** Posts the letter page, for a seat and with a home postcode, with a letter begun. */
async function letterPosted(constituency: string, postcode: string): Promise<FormAnswer<LetterState>> {
  const { draft } = shown(await posted({ step: 'words', constituency, postcode, reason: 'My own aunt lives there.' }))
  return posted({ ...carried(draft), ...DETAILS, step: 'you', postcode })
}

async function stored() {
  const { ctx } = await livingCampaign()
  return ctx.db
    .select({ seat: letters.constituencyCode, placing: letters.placing, placedIn: letters.placedIn })
    .from(letters)
}

describe('a postcode that lies in the seat', () => {
  test('is kept with the letter as inside, by our list', async () => {
    const { draft, elsewhere } = shown(await letterPosted(WESTMINSTER, 'SW1A 0AA'))
    expect(elsewhere).toBeNull()
    expect(await posted({ ...carried(draft), step: 'check' })).toHaveProperty('redirect')
    expect(await stored()).toEqual([{ seat: WESTMINSTER, placing: 'inside', placedIn: [] }])
    expect(played.asked).toEqual([])
  })

  test('or only as a live source says', async () => {
    const { draft } = shown(await letterPosted(SEVENOAKS, 'BR8 7RE'))
    expect(await posted({ ...carried(draft), step: 'check' })).toHaveProperty('redirect')
    expect(await stored()).toEqual([{ seat: SEVENOAKS, placing: 'inside-live', placedIn: [] }])
  })

  test('or partly, where a split list has both', async () => {
    const { ctx } = await livingCampaign()
    const both = [WESTMINSTER, SEVENOAKS].map((constituencyCode) => ({ postcode: 'SW1A9XX', constituencyCode }))
    await ctx.db.insert(postcodeFacts).values(both)
    await notePostcodesChanged(ctx)
    const { draft, elsewhere } = shown(await letterPosted(SEVENOAKS, 'SW1A 9XX'))
    expect(elsewhere).toBeNull()
    expect(await posted({ ...carried(draft), step: 'check' })).toHaveProperty('redirect')
    expect(await stored()).toEqual([
      { seat: SEVENOAKS, placing: 'inside', placedIn: ['Cities of London and Westminster'] },
    ])
  })
})

describe('a postcode that nobody places', () => {
  test('leaves it at what the writer chose', async () => {
    const { draft } = shown(await letterPosted(WESTMINSTER, 'ZZ9 9ZZ'))
    expect(await posted({ ...carried(draft), step: 'check' })).toHaveProperty('redirect')
    expect(await stored()).toMatchObject([{ placing: 'unknown' }])
  })

  test('is told apart from one that could not be looked up', async () => {
    played.failing = { members: 'status 500', postcodes: 'hang-up' }
    const { draft } = shown(await letterPosted(WESTMINSTER, 'ZZ9 8ZZ'))
    expect(await posted({ ...carried(draft), step: 'check' })).toHaveProperty('redirect')
    played.failing = { members: null, postcodes: null }
    expect(await stored()).toMatchObject([{ placing: 'not-looked-up' }])
  })
})

describe('a postcode in a seat beside the one that is written to', () => {
  test('is asked about on the check page', async () => {
    const state = shown(await letterPosted(HOLBORN, 'SW1A 0AA'))
    expect(state).toMatchObject({ stage: 'check', status: 200 })
    expect(state.elsewhere).toMatchObject({ beside: true, live: false, seats: [{ code: WESTMINSTER }] })
  })

  test('goes nowhere without an answer, and nothing is lost', async () => {
    const { draft } = shown(await letterPosted(HOLBORN, 'SW1A 0AA'))
    const again = shown(await posted({ ...carried(draft), step: 'check' }))
    expect(again).toMatchObject({ stage: 'check', status: 422, draft: { ...draft }, elsewhere: { beside: true } })
    expect(again.faults).toEqual([{ field: 'home', message: 'Choose the constituency that you live in' }])
    expect(await stored()).toEqual([])
  })

  test('goes on where the writer says that they live there, and both are kept', async () => {
    const { draft } = shown(await letterPosted(HOLBORN, 'SW1A 0AA'))
    expect(await posted({ ...carried(draft), step: 'check', home: HOLBORN })).toHaveProperty('redirect')
    const placedIn = ['Cities of London and Westminster']
    expect(await stored()).toEqual([{ seat: HOLBORN, placing: 'elsewhere', placedIn }])
  })

  test('turns the letter to the MP of its own seat where the writer says so: seen again, and written for that one', async () => {
    const { draft } = shown(await letterPosted(HOLBORN, 'SW1A 0AA'))
    const state = shown(await posted({ ...carried(draft), step: 'check', home: WESTMINSTER }))
    expect(state).toMatchObject({ stage: 'letter', status: 200, turned: true, kept: false })
    expect(state.draft).toMatchObject({ ...DETAILS, constituency: WESTMINSTER, postcode: 'SW1A 0AA' })
    expect(state.draft.body).toContain('My own aunt lives there.')
    expect(state.draft.body).toContain('Cities of London and Westminster')
    expect(state.draft.body).not.toContain('Holborn')
    const checked = shown(await posted({ ...carried(state.draft), step: 'letter' }))
    expect(await posted({ ...carried(checked.draft), step: 'check' })).toHaveProperty('redirect')
    expect(await stored()).toEqual([{ seat: WESTMINSTER, placing: 'inside', placedIn: [] }])
  })

  test('keeps a text that its writer had changed when it turns', async () => {
    const { draft } = shown(await letterPosted(HOLBORN, 'SW1A 0AA'))
    const body = 'Every word of this is mine.'
    const state = shown(await posted({ ...carried(draft), body, step: 'check', home: WESTMINSTER }))
    expect(state).toMatchObject({ stage: 'letter', turned: true, kept: true, draft: { body } })
  })
})

describe('a postcode in a seat that is nowhere near', () => {
  test('is mended first: an error at the field, nothing lost, and a way to the other MP', async () => {
    const state = shown(await letterPosted(ABERAFAN, 'SW1A 0AA'))
    expect(state).toMatchObject({ stage: 'you', status: 422, draft: { ...DETAILS, postcode: 'SW1A 0AA' } })
    expect(state.faults.map(({ field }) => field)).toEqual(['postcode'])
    expect(state.faults[0]?.message).toContain('is in Cities of London and Westminster')
    expect(state.elsewhere).toMatchObject({ beside: false, seats: [{ code: WESTMINSTER }] })
    const turned = shown(await posted({ ...carried(state.draft), step: 'letter', home: WESTMINSTER }))
    expect(turned).toMatchObject({ stage: 'letter', status: 200, turned: true, draft: { constituency: WESTMINSTER } })
  })

  test.each([
    ['E14001172', 200],
    ['E14001063', 422],
    ['S14000060', 422],
    ['W07000081', 422],
    ['N05000001', 422],
  ])('of five seats for one home only its own gets a letter: %s', async (seat, status) => {
    expect(shown(await letterPosted(seat, 'SW1A 0AA')).status).toBe(status)
  })

  test.each([
    ['the seat', { constituency: ABERAFAN }],
    ['the postcode', { postcode: 'M1 1AE', constituency: WESTMINSTER }],
    ['the seat, with an answer to a question that was not asked', { constituency: ABERAFAN, home: ABERAFAN }],
  ])('is found at submission, though %s was sound on the pages before', async (_what, forged) => {
    const { draft } = shown(await letterPosted(WESTMINSTER, 'SW1A 0AA'))
    const state = shown(await posted({ ...carried(draft), step: 'check', ...forged }))
    expect(state).toMatchObject({ stage: 'you', status: 422 })
    expect(state.faults.map(({ field }) => field)).toEqual(['postcode'])
    expect(await stored()).toEqual([])
  })

  test('a live source’s word counts as well', async () => {
    const state = shown(await letterPosted(ABERAFAN, 'BR8 7RE'))
    expect(state).toMatchObject({ stage: 'you', status: 422, elsewhere: { live: true, beside: false } })
  })
})
