import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/forms/form-answer'
import { offersFor } from '@/app/_server/letter/offers'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { LetterState } from '@/app/_server/letter/state'
import { campaigns, campaignVersions, letters, rateLimits, supporters, wordingsGiven } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { env } from '@/lib/kernel/env'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { manyLines, oneLine } from '@/lib/kernel/text'
import { MINUTE } from '@/lib/kernel/time/durations'
import { resendConfirmation } from '@/lib/letters/confirming/send-confirmation-again'
import { findLetter } from '@/lib/letters/find'
import { setMailDomains } from '@/lib/letters/review/mail-domains'
import { letterRow, livingCampaign, queued, VACANT, WESTMINSTER } from '@/lib/letters/testing'
import { limitsSetting } from '@/lib/limits/current-limits'
import { makeChallenge } from '@/lib/limits/puzzle/challenge'
import { forgetPuzzle, puzzleSetting } from '@/lib/limits/puzzle/is-puzzle-asked'
import { setSwitch } from '@/lib/staff/set-switch'
import { memberContext } from '@/lib/staff/testing'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { asksOf, parseWording, printWording } from '@/lib/writing/wordings/wording'
import { form as writeForm } from './form'

const START = { step: 'words', ask: 'ceasefire', postcode: 'SW1A 0AA', constituency: WESTMINSTER }
const DETAILS = { name: 'Anna Smith', email: 'anna@example.org', address1: '7 Quince Row', town: 'London' }
let campaign: LiveCampaign

beforeEach(async () => {
  const living = await livingCampaign()
  campaign = living.campaign
  await living.ctx.db.delete(rateLimits)
  await living.ctx.db.delete(settings)
  forgetPuzzle()
})

/** Posts the letter's form from one place on the network. `asks` are the ticked boxes. */
function posted(
  fields: Record<string, string>,
  asks: string[] = ['ceasefire', 'talks'],
  place = '203.0.113.7',
): Promise<FormAnswer<LetterState>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) if (name !== 'ask') form.append(name, value)
  for (const ask of asks) form.append('ask', ask)
  const exchange = newExchange({ clientAddress: place })
  return withExchange(exchange, () => writeForm(form, { slug: campaign.slug }))
}

function shown(answer: FormAnswer<LetterState>): LetterState & { status?: number } {
  if (!('show' in answer)) throw new Error('No letter is shown.')
  return { ...answer.show, ...(answer.status && { status: answer.status }) }
}

/** The hidden fields and the texts of a draft, as its page would post them again. */
function carried({ asks: _asks, updates, ...texts }: LetterDraft): Record<string, string> {
  return { ...texts, ...(updates && { updates: 'yes' }) }
}

async function onLetterPage(reason = '', asks = ['ceasefire', 'talks']): Promise<LetterDraft> {
  return shown(await posted({ ...START, reason }, asks)).draft
}

async function onCheckPage(more: Record<string, string> = {}): Promise<LetterDraft> {
  const draft = await onLetterPage()
  return shown(await posted({ ...carried(draft), ...DETAILS, ...more, step: 'you' })).draft
}

/** A draft as a browser makes it of a page's hidden fields (HTML Standard 13.2.5, 4.10.22.4). */
function throughBrowser(draft: LetterDraft): LetterDraft {
  const read = (text: string) => text.replaceAll('\0', '\ufffd').replace(/\r\n?|\n/g, '\r\n')
  return { ...draft, subject: read(draft.subject), body: read(draft.body), town: read(draft.town) }
}

/** The asks for which a draft's letter makes the case. */
function argued({ wording }: LetterDraft): string[] {
  const read = parseWording(campaign.content, wording)
  return read ? asksOf(campaign.content, read).argued : []
}

const faultsIn = ({ faults }: LetterState) => faults.map(({ field, message }) => `${field}: ${message}`)

describe('the first step', () => {
  test('leads to the letter: own words first, what was picked, in the wording that is next', async () => {
    const state = shown(await posted({ ...START, reason: 'My own words.' }))
    expect(state).toMatchObject({ stage: 'letter', faults: [], kept: false, slip: null })
    expect(state).not.toHaveProperty('status')
    const { draft } = state
    expect(draft.body).toMatch(/^My own words\.\n\n/)
    expect(argued(draft).sort()).toEqual(['ceasefire', 'talks'])
    expect(draft.body).toContain('Cities of London and Westminster')
    expect(draft.subject).not.toBe('')
    expect(draft.wording).toMatch(/^~[\w-]{17,}$/)
    expect(draft.given).toMatch(/^[\w-]{16}$/)
    expect(draft).toMatchObject({ asks: ['ceasefire', 'talks'], reason: 'My own words.', postcode: 'SW1A 0AA' })
  })

  test('puts the words of each box where its question says, and takes a beginning that was only clicked as none', async () => {
    const [beginning = ''] = campaign.content.prompts[0]?.starters ?? []
    const boxes = { reason: beginning, reason2: 'My aunt lives there.', reason3: 'Third.' }
    const { draft } = shown(await posted({ ...START, ...boxes }))
    const own = draft.body.split('\n\n').filter((paragraph) => ['My aunt lives there.', 'Third.'].includes(paragraph))
    expect([...own].sort()).toEqual(['My aunt lives there.', 'Third.'])
    expect(draft.body).not.toContain(beginning)
    expect(draft).toMatchObject(boxes)
  })

  test('gives nobody the wording that another was given, sent or not', async () => {
    const [one, other] = [await onLetterPage(), await onLetterPage()]
    expect(one.givenId).not.toBe(other.givenId)
    const paragraphs = new Set(one.body.split('\n\n'))
    expect(other.body.split('\n\n').filter((paragraph) => paragraphs.has(paragraph))).toEqual([])
  })

  test('stores nothing of theirs', async () => {
    const { ctx } = await livingCampaign()
    await onLetterPage('My own words.')
    await onCheckPage()
    expect([await ctx.db.$count(supporters), await ctx.db.$count(letters)]).toEqual([0, 0])
  })

  test('with nothing picked argues one thing or two that the MP has had least', async () => {
    const state = shown(await posted({ ...START, reason: 'My own words.' }, []))
    expect(state).toMatchObject({ stage: 'letter', draft: { reason: 'My own words.', asks: [] } })
    expect([1, 2]).toContain(argued(state.draft).length)
  })

  test('an ask that the campaign does not have any more counts as none', async () => {
    expect(shown(await posted(START, ['gone', 'x y']))).toMatchObject({ stage: 'letter', faults: [] })
    const { draft } = shown(await posted(START, ['gone', 'talks']))
    expect(argued(draft)).toEqual(['talks'])
  })

  test('refuses own words that are too long as they were typed: none of them are taken for the whole', async () => {
    const reason = `x${' '.repeat(29_000)}y`
    const state = shown(await posted({ ...START, reason2: reason }))
    expect(state).toMatchObject({ stage: 'words', status: 422, draft: { reason2: reason } })
    expect(faultsIn(state)).toEqual(['reason: Your own words can be at most 10,000 characters'])
  })

  test('says when own words are too long, and keeps every one of them', async () => {
    const reason = 'é'.repeat(10_001)
    const state = shown(await posted({ ...START, reason }))
    expect(state).toMatchObject({ stage: 'words', status: 422, draft: { reason } })
    expect(faultsIn(state)).toEqual(['reason: Your own words can be at most 10,000 characters'])
  })

  test('takes own words of 10,000 characters, says at the letter that it is too long, and keeps every one of them', async () => {
    const reason = 'It is mine. '.repeat(834).slice(0, 10_000).trim()
    const state = shown(await posted({ ...START, reason }))
    expect(state).toMatchObject({ stage: 'letter', faults: [] })
    expect(state.draft.body.startsWith(reason)).toBe(true)
    const checked = shown(await posted({ ...carried(state.draft), ...DETAILS, step: 'you' }))
    expect(checked).toMatchObject({ stage: 'letter', status: 422, draft: { body: state.draft.body } })
    expect(faultsIn(checked)).toEqual(['body: Your letter can be at most 10,000 characters'])
  })

  test.each(['🕊️🕊️🕊️', '<img src=x onerror=alert(1)>', 'abc\u202edef\u0007\u2066ghi', 'https://a.example '.repeat(40)])(
    'takes own words such as %.30j, without what does not show',
    async (reason) => {
      const { draft } = shown(await posted({ ...START, reason }))
      const first = draft.body.split('\n\n')[0] ?? ''
      expect(first).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(first.slice(0, 3)).toBe(reason.slice(0, 3))
      expect(shown(await posted({ ...carried(draft), ...DETAILS, step: 'you' }))).toMatchObject({ stage: 'check' })
    },
  )

  test('names no MP in a letter to a vacant seat', async () => {
    const { draft } = shown(await posted({ ...START, constituency: VACANT, postcode: 'NW1W 9XR' }))
    expect(draft.body).toContain('Holborn and St Pancras')
  })

  test('takes the wording that it was given before, and a made-up one for none', async () => {
    const second = printWording(anyWording(campaign.content, 1, { asks: ['ceasefire', 'talks'], opens: false }))
    expect(shown(await posted({ ...START, wording: second })).draft.wording).toBe(second)
    for (const wording of ['s99.o0.r0.c0.x-1', "'; drop table letters", '~', `${second}A`, second.slice(0, -4)]) {
      const { draft } = shown(await posted({ ...START, wording }))
      expect(draft.wording).not.toBe(wording)
      expect(parseWording(campaign.content, draft.wording)).not.toBeNull()
    }
  })
})

describe('an MP whom staff have set aside', () => {
  test('gets no letter, at whatever step: it leads back to the page that says why', async () => {
    const { ctx } = await livingCampaign()
    const draft = await onCheckPage()
    const aside = { title: 'Not here', paragraphs: ['They have acted.'] }
    const group = { id: 'acted', name: 'Acted', parties: [], nations: [], seats: [WESTMINSTER], aside }
    const before = await ctx.db.$count(letters)
    const [version] = await ctx.db
      .insert(campaignVersions)
      .values({
        campaignId: campaign.id,
        number: 99,
        content: { ...campaign.content, groups: [group] },
        createdBy: 'test',
      })
      .returning({ id: campaignVersions.id })
    await ctx.db.update(campaigns).set({ publishedVersionId: version?.id ?? null })
    try {
      for (const step of ['words', 'letter', 'you', 'check']) {
        expect(await posted({ ...carried(draft), ...DETAILS, step })).toEqual({
          redirect: `/campaigns/${campaign.slug}/write/${WESTMINSTER}`,
        })
      }
    } finally {
      await ctx.db.update(campaigns).set({ publishedVersionId: campaign.versionId })
    }
    expect(await ctx.db.$count(letters)).toBe(before)
  })
})

describe('a seat or a campaign that there is not', () => {
  test('leads back to the campaign, as one does that has closed', async () => {
    const { ctx } = await livingCampaign()
    const draft = await onCheckPage()
    const before = await ctx.db.$count(letters)
    await ctx.db.update(campaigns).set({ closedAt: new Date(Date.now() - 1000) })
    try {
      for (const step of ['words', 'letter', 'you', 'check']) {
        expect(await posted({ ...carried(draft), step })).toEqual({ redirect: `/campaigns/${campaign.slug}` })
      }
    } finally {
      await ctx.db.update(campaigns).set({ closedAt: null })
    }
    expect(await ctx.db.$count(letters)).toBe(before)
  })

  test('leads back to the campaign', async () => {
    for (const constituency of ['', 'X', 'E14999999']) {
      expect(await posted({ ...START, constituency })).toEqual({ redirect: `/campaigns/${campaign.slug}` })
    }
  })

  test('is refused', async () => {
    await expect(writeForm(new FormData(), { slug: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('too many letters begun from one connection', () => {
  test('wait, with all that was typed and the time to come back; what was begun goes on, and others begin', async () => {
    const { ctx } = await livingCampaign()
    await ctx.db.insert(settings).values({ name: limitsSetting.name, value: { wording: { points: 2, seconds: 600 } } })
    const [first] = [await onLetterPage(), await onLetterPage()]
    const given = await ctx.db.$count(wordingsGiven)
    const typed = { ...START, reason: 'My own words.', reason3: 'And more.' }
    const refused = await posted(typed, ['turkey'])
    expect(refused).toMatchObject({ retryAt: expect.any(Date) })
    const state = shown(refused)
    expect(state).toMatchObject({ status: 429, stage: 'words' })
    expect(state.draft).toMatchObject({ reason: 'My own words.', reason3: 'And more.', asks: ['turkey'] })
    expect(faultsIn(state)).toEqual([
      expect.stringMatching(/^letter-form: .* press the button again after \d\d:\d\d on /),
    ])
    expect(await ctx.db.$count(wordingsGiven)).toBe(given)
    expect(shown(await posted({ ...carried(first), step: 'words' }, ['turkey']))).toMatchObject({ stage: 'letter' })
    expect(shown(await posted(typed, ['turkey'], '203.0.113.8'))).toMatchObject({ stage: 'letter', faults: [] })
  })
})

describe('going back and forth', () => {
  test('to the first step or to the letter, nothing is judged and nothing is lost', async () => {
    const draft = await onLetterPage('My own words.')
    const typed = { ...carried(draft), ...DETAILS, email: 'not an address', name: '', subject: '' }
    for (const change of ['words', 'letter', 'you'] as const) {
      const state = shown(await posted({ ...typed, change, step: 'letter' }))
      expect(state).toMatchObject({ stage: change, faults: [], draft: { email: 'not an address', body: draft.body } })
      expect(state).not.toHaveProperty('status')
    }
  })

  test('other asks make another letter while the text is as given, in place of the one before', async () => {
    const draft = await onLetterPage('Mine.', ['ceasefire'])
    const state = shown(await posted({ ...carried(draft), ...DETAILS, step: 'words' }, ['turkey', 'talks']))
    expect(state).toMatchObject({ stage: 'letter', kept: false })
    expect(state.draft.givenId).toBe(draft.givenId)
    expect(state.draft.body).not.toBe(draft.body)
    expect(argued(state.draft).sort()).toEqual(['talks', 'turkey'])
    const same = shown(await posted({ ...carried(state.draft), step: 'words' }, ['turkey', 'talks']))
    expect(same.draft.wording).toBe(state.draft.wording)
    expect(state.draft).toMatchObject(DETAILS)
  })

  test('a browser’s own line ends and spaces do not count as a change by hand', async () => {
    const draft = await onLetterPage('Mine.')
    const body = `${draft.body.replaceAll('\n', '\r\n')}\r\n`
    const state = shown(await posted({ ...carried(draft), body, step: 'words' }, ['turkey']))
    expect(state.kept).toBe(false)
    expect(state.draft.body).not.toContain('\r')
  })

  test('a text that was changed by hand is kept, and the page says so; "anew" makes it again', async () => {
    const draft = await onLetterPage('Mine.')
    const body = `${draft.body}\n\nA line of my own.`
    const kept = shown(await posted({ ...carried(draft), body, step: 'words' }, ['turkey']))
    expect(kept).toMatchObject({
      stage: 'letter',
      kept: true,
      draft: { body, subject: draft.subject, asks: ['turkey'] },
    })
    const anew = shown(await posted({ ...carried(kept.draft), ...DETAILS, anew: '1', step: 'you' }, ['turkey']))
    expect(anew).toMatchObject({ stage: 'letter', kept: false, draft: DETAILS })
    expect(anew.draft.body).not.toContain('A line of my own.')
    expect(argued(anew.draft)).toEqual(['turkey'])
    expect(anew.draft.givenId).toBe(draft.givenId)
  })

  test('a subject that was changed by hand is kept with the text', async () => {
    const draft = await onLetterPage()
    const kept = shown(await posted({ ...carried(draft), subject: 'My subject', step: 'words' }, ['turkey']))
    expect(kept).toMatchObject({ kept: true, draft: { subject: 'My subject', body: draft.body } })
  })
})

describe('what a letter’s pages offer at one press', () => {
  const PASTED = 'Dear Rachel,\n\nMy gran still cries.\n\nYours sincerely,\nAnn\n1 Example Street\nSW1A 0AA'
  const frameIn = (text: string) => [...text.matchAll(/^(?:Dear|Yours)\b.*/gm)].map(([line]) => line)

  test('nothing, for a letter as it was composed, with own words or without', async () => {
    for (const reason of ['', 'My gran still cries.', 'eBay sells them.', '- one\n- two', 'моя бабушка']) {
      expect(offersFor(await onLetterPage(reason))).toEqual({ frame: [], marks: [], leftOut: '' })
    }
  })

  test('to take a pasted letter’s own greeting and end out, on both pages; going on with them stays possible', async () => {
    const draft = await onLetterPage(PASTED)
    expect(frameIn(draft.body)).toEqual(['Dear Rachel,', 'Yours sincerely,'])
    expect(offersFor(draft).frame).toEqual(['Dear Rachel,', 'Yours sincerely,\nAnn\n1 Example Street\nSW1A 0AA'])
    const taken = shown(await posted({ ...carried(draft), offer: 'frame', step: 'letter' }))
    expect(taken).toMatchObject({ stage: 'letter', kept: false, draft: { reason: 'My gran still cries.' } })
    expect(taken).not.toHaveProperty('status')
    expect(taken.draft.body).toMatch(/^My gran still cries\.\n\n/)
    expect(frameIn(taken.draft.body)).toEqual([])
    const others = shown(await posted({ ...carried(taken.draft), step: 'words' }, ['turkey']))
    expect(others, 'it still counts as not changed by hand').toMatchObject({ kept: false })

    const checked = shown(await posted({ ...carried(draft), ...DETAILS, step: 'you' }))
    expect(checked).toMatchObject({ stage: 'check', faults: [] })
    expect(frameIn(checked.draft.body)).toEqual(['Dear Rachel,', 'Yours sincerely,'])
    const there = shown(await posted({ ...carried(checked.draft), offer: 'frame', step: 'check' }))
    expect(there).toMatchObject({ stage: 'check', faults: [], draft: DETAILS })
    expect(frameIn(there.draft.body)).toEqual([])
  })

  test('the same where a whole letter was pasted over ours, whose text else stays to the letter', async () => {
    const draft = await onLetterPage()
    const says = 'I write  of the war.\n\n  It matters.'
    const body = `Dear Ms Blake,\n\n${says}\n\nYours faithfully,\nAnn Example\n\nPS By post, please.`.replaceAll(
      '\n',
      '\r\n',
    )
    const taken = shown(await posted({ ...carried(draft), body, offer: 'frame', step: 'letter' }))
    expect(taken).toMatchObject({ stage: 'letter', kept: false, draft: { body: `${says}\n\nPS By post, please.` } })
    expect(shown(await posted({ ...carried(taken.draft), step: 'words' }))).toMatchObject({ kept: true })
  })

  test('a capital and a full stop for own words, in the letter as given and in one that was changed', async () => {
    const reason = 'my gran still cries when she sees it on telly'
    const right = 'My gran still cries when she sees it on telly.'
    const draft = await onLetterPage(reason)
    expect(draft.body.startsWith(`${reason}\n\n`), 'never done by itself').toBe(true)
    expect(offersFor(draft).marks).toEqual([{ text: reason, capital: true, stop: true, question: false }])
    const marked = shown(await posted({ ...carried(draft), offer: 'marks', step: 'letter' }))
    expect(marked).toMatchObject({ stage: 'letter', kept: false, draft: { reason: right } })
    expect(marked.draft.body).toBe(draft.body.replace(reason, right))
    expect(offersFor(marked.draft).marks).toEqual([])

    const asks = { reason2: 'DID WE DO ANYTHING OR NOT', reason3: 'Please tell me x' }
    const three = shown(await posted({ ...START, reason, ...asks })).draft
    expect(offersFor(three).marks.map(({ text }) => text)).toEqual([reason, asks.reason2, asks.reason3])
    const all = shown(await posted({ ...carried(three), offer: 'marks', step: 'letter' })).draft
    expect([all.reason, all.reason2, all.reason3]).toEqual([right, `${asks.reason2}?`, 'Please tell me. x'])

    const pasted = 'Dear Rachel,\n\nmy gran still cries\n\nYours sincerely\nAnn'
    const framed = await onLetterPage(pasted)
    expect(
      offersFor(framed).marks.map(({ text }) => text),
      'beside what is taken out',
    ).toEqual(['my gran still cries'])
    const beside = shown(await posted({ ...carried(framed), offer: 'marks', step: 'letter' })).draft
    expect(beside.reason).toBe(pasted.replace('my gran still cries', 'My gran still cries.'))

    const body = `${draft.body}\n\nplease answer me by post`
    const edited = shown(await posted({ ...carried(draft), body, offer: 'marks', step: 'letter' }))
    expect(edited.draft.body).toBe(`${draft.body.replace(reason, right)}\n\nPlease answer me by post.`)
    const byHand = draft.body.replace(reason, right)
    expect(offersFor({ ...draft, body: byHand }).marks, 'what was put right by hand').toEqual([])
  })

  test('to go on without own words: those that were typed are left out, kept, and put in at one press', async () => {
    const draft = shown(await posted({ ...START, reason: 'I am not sure', without: 'yes' })).draft
    expect(draft.body).not.toContain('not sure')
    expect(offersFor(draft)).toEqual({ frame: [], marks: [], leftOut: 'I am not sure' })
    const back = shown(await posted({ ...carried(draft), change: 'words', step: 'letter' }))
    expect(back).toMatchObject({ stage: 'words', draft: { reason: 'I am not sure' } })

    const within = shown(await posted({ ...carried(draft), offer: 'words', step: 'letter' }))
    expect(within).toMatchObject({ stage: 'letter', kept: false, draft: { without: '' } })
    expect(within.draft.body).toMatch(/^I am not sure\n\n/)
    const changed = { ...carried(draft), body: 'My own letter.', offer: 'words', step: 'letter' }
    expect(shown(await posted(changed)).draft.body).toBe('I am not sure\n\nMy own letter.')
    expect(shown(await posted({ ...START, without: 'yes' }))).toMatchObject({ stage: 'letter', faults: [] })
  })

  test('an offer that there is not, or a text too long to read, changes nothing', async () => {
    const draft = await onLetterPage('My gran still cries')
    const long = `${PASTED}${' '.repeat(30_000)}x`
    for (const [offer, body] of [
      ['x', draft.body],
      ['marks', long],
      ['frame', long],
    ] as const) {
      const state = shown(await posted({ ...carried(draft), offer, body, step: 'letter' }))
      expect(state).toMatchObject({ stage: 'letter', draft: { body, reason: draft.reason, given: draft.given } })
    }
  })
})

describe('the letter page', () => {
  test('leads to the check page, with an id for what will be submitted', async () => {
    const draft = await onLetterPage()
    const state = shown(await posted({ ...carried(draft), ...DETAILS, updates: 'yes', step: 'you' }))
    expect(state).toMatchObject({ stage: 'check', faults: [], slip: null, draft: { ...DETAILS, updates: 'yes' } })
    expect(state.draft.submission).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('suggests the address that was probably meant, and takes it at one press', async () => {
    const draft = await onLetterPage()
    const state = shown(await posted({ ...carried(draft), ...DETAILS, email: 'anna@gmial.com', step: 'you' }))
    expect(state).toMatchObject({ stage: 'check', slip: 'anna@gmail.com', draft: { email: 'anna@gmial.com' } })
    const taken = shown(await posted({ ...carried(state.draft), offer: 'email', step: 'check' }))
    expect(taken).toMatchObject({ stage: 'check', slip: null, draft: { email: 'anna@gmail.com' } })
  })

  test('with everything wrong each page says so field by field, in its order, and keeps all that was typed', async () => {
    const draft = await onLetterPage()
    const wrong = {
      subject: 'x'.repeat(121),
      body: '... !!',
      name: 'http://example.org',
      email: 'anna at example',
      address1: ' ',
      address2: 'x'.repeat(121),
      town: '',
      postcode: 'LONDON',
    }
    for (const step of ['letter', 'you', 'check']) {
      const state = shown(await posted({ ...carried(draft), ...wrong, step }))
      expect(state).toMatchObject({ stage: 'letter', status: 422, draft: wrong })
      expect(faultsIn(state)).toEqual(['subject: The subject can be at most 120 characters', 'body: Write your letter'])
    }
    const { subject, body } = draft
    for (const step of ['you', 'check']) {
      const state = shown(await posted({ ...carried(draft), ...wrong, subject, body, step }))
      expect(state).toMatchObject({ stage: 'you', status: 422, draft: { ...wrong, subject, body } })
      expect(faultsIn(state)).toEqual([
        'name: Enter your name, without links or addresses',
        'email: Enter an e-mail address like name@example.org',
        'address1: Enter the first line of your address',
        'address2: This line can be at most 120 characters',
        'town: Enter your town or city',
        'postcode: Enter the postcode of your home, like SW1A 0AA',
      ])
    }
  })

  test('leads to the page on which its writer says who they are, with what they said of it before', async () => {
    const draft = await onLetterPage()
    const typed = { ...carried(draft), body: 'A letter of my own.', email: 'half@' }
    const state = shown(await posted({ ...typed, step: 'letter' }))
    expect(state).toMatchObject({ stage: 'you', faults: [], draft: typed })
    expect(state).not.toHaveProperty('status')
  })

  test('is composed where it is gone back to and there is none yet', async () => {
    const state = shown(await posted({ ...START, step: '', change: 'letter', reason: 'My own words.' }))
    expect(state.stage).toBe('letter')
    expect(state.draft.body).toMatch(/^My own words\.\n\n/)
  })

  test.each([
    ['', 'Enter the postcode of your home, like SW1A 0AA'],
    ['NOT ONE', 'Enter the postcode of your home, like SW1A 0AA'],
    ['BF1 2AA', 'Enter the postcode of your UK home address: a BFPO address is in no constituency'],
    [
      'JE2 3AB',
      'This postcode is in Guernsey, Jersey or the Isle of Man, which have no MP. Enter the one of a UK address where you live or are registered to vote',
    ],
  ])('takes no "%s" for the postcode of a home, on no page', async (postcode, message) => {
    const draft = await onLetterPage()
    for (const step of ['you', 'check']) {
      const state = shown(await posted({ ...carried(draft), ...DETAILS, postcode, step }))
      expect(state).toMatchObject({ stage: 'you', status: 422, draft: { postcode } })
      expect(faultsIn(state)).toEqual([`postcode: ${message}`])
    }
  })

  test('with asks that are gone goes on: its text is what its writer saw', async () => {
    const draft = await onLetterPage()
    expect(shown(await posted({ ...carried(draft), ...DETAILS, step: 'you' }, ['gone']))).toMatchObject({
      stage: 'check',
      draft: { ...DETAILS, body: draft.body },
    })
  })
})

describe('the check page', () => {
  const send = async (draft: LetterDraft, place?: string, asks?: string[]) =>
    posted({ ...carried(draft), step: 'check' }, asks, place)
  const tokenOf = (answer: FormAnswer<LetterState>) =>
    'redirect' in answer ? (answer.redirect.split('/').at(-1) ?? '') : ''

  test('submits the letter and leads to "check your e-mail"', async () => {
    const { ctx } = await livingCampaign()
    const draft = await onCheckPage({
      email: 'check1@example.org',
      body: ' Please\r\n\r\n\r\nact. ',
      subject: 'A\r\nB',
      postcode: 'sw1aoaa',
    })
    const answer = await send(draft, undefined, ['ceasefire', 'gone'])
    expect(answer).toEqual({ redirect: expect.stringMatching(/^\/campaigns\/artsakh-ceasefire\/sent\/[\w-]{46}$/) })
    const link = await readLink(ctx, 'sent', tokenOf(answer))
    expect(await findLetter(ctx, link?.letterId ?? '')).toMatchObject({
      state: 'unconfirmed',
      constituencyCode: WESTMINSTER,
      person: { name: 'Anna Smith', email: 'check1@example.org', postcode: 'SW1A 0AA' },
      text: { subject: 'A B', body: 'Please\n\nact.', address1: '7 Quince Row', town: 'London' },
    })
    expect(await letterRow(ctx, link?.letterId ?? '')).toMatchObject({
      asks: expect.arrayContaining(['ceasefire', 'talks']),
    })
  })

  test('sends the very text that it shows, whatever was typed', async () => {
    const { ctx } = await livingCampaign()
    const nasty = `x\0y\ud83d\u202a\udc00 e\u202a\u0301 ${'\u0344'.repeat(40)}\r\rz \u2028\u0085\t\f!`
    const draft = await onCheckPage({ email: 'check9@example.org', subject: nasty, body: nasty, town: nasty })
    const link = await readLink(ctx, 'sent', tokenOf(await send(throughBrowser(draft))))
    const { body, subject, town } = draft
    expect((await findLetter(ctx, link?.letterId ?? ''))?.text).toMatchObject({
      body: manyLines(body),
      subject: oneLine(subject),
      town: oneLine(town),
    })
  })

  test('pressed twice submits once, and leads to the same letter', async () => {
    const { ctx } = await livingCampaign()
    const before = await ctx.db.$count(letters)
    const draft = await onCheckPage({ email: 'check2@example.org' })
    const answers = await Promise.all([send(draft), send(draft)])
    const links = await Promise.all(answers.map((answer) => readLink(ctx, 'sent', tokenOf(answer))))
    expect(links[0]?.letterId).toEqual(expect.any(String))
    expect(links[1]?.letterId).toBe(links[0]?.letterId)
    expect(await ctx.db.$count(letters)).toBe(before + 1)
  })

  test('answers alike whether or not the person has signed before', async () => {
    const answers = []
    for (let times = 0; times < 2; times++) answers.push(await send(await onCheckPage({ email: 'check3@example.org' })))
    for (const answer of answers) expect(answer).toEqual({ redirect: expect.stringContaining('/sent/') })
  })

  test('while sign-ups are switched off stores nothing and keeps every word, and goes afterwards', async () => {
    const { ctx } = await livingCampaign()
    const draft = await onCheckPage({ email: 'check7@example.org' })
    await setSwitch(ctx, { name: 'sign-ups', on: false })
    const before = await ctx.db.$count(letters)
    const answer = await send(draft)
    expect(answer).toMatchObject({ status: 503 })
    expect(shown(answer)).toMatchObject({ stage: 'check', draft: { ...draft } })
    expect(faultsIn(shown(answer))[0]).toMatch(/^check-form: We are taking no letters at the moment/)
    expect(await ctx.db.$count(letters)).toBe(before)
    await setSwitch(ctx, { name: 'sign-ups', on: true })
    expect(await send(draft)).toHaveProperty('redirect')
  })

  test('whose fields were meddled with goes back to the page that has them', async () => {
    const draft = await onCheckPage()
    expect(shown(await send({ ...draft, email: 'a@b.org, c@d.org' }))).toMatchObject({ stage: 'you', status: 422 })
    expect(shown(await send({ ...draft, body: '' }))).toMatchObject({ stage: 'letter', status: 422 })
    expect(await send({ ...draft, submission: 'made-up', email: 'check4@example.org' })).toHaveProperty('redirect')
  })

  test('only so many times a day for one e-mail address, however it is spelt, and from wherever; then it says when, and keeps the text', async () => {
    const spelling = (times: number) => `check.5${'+x'.repeat(times)}@gmail.com`
    for (let times = 0; times < env().limits['submit-email'].points; times++) {
      expect(await send(await onCheckPage({ email: spelling(times) }), `198.51.100.${times}`)).toHaveProperty(
        'redirect',
      )
    }
    const draft = await onCheckPage({ email: 'check5@googlemail.com' })
    const answer = await send(draft, '198.51.100.99')
    expect(answer).toMatchObject({ status: 429, retryAt: expect.any(Date) })
    const state = shown(answer)
    expect(state).toMatchObject({ stage: 'check', draft: { ...draft } })
    expect(faultsIn(state)[0]).toMatch(
      /^check-form: Too many letters .* send it again after \d\d:\d\d on \d+ \w+ \d{4}$/,
    )
    expect(await send(await onCheckPage({ email: 'check6@example.org' }), '198.51.100.99')).toHaveProperty('redirect')
  })
})

test('an e-mail address of a blocked domain is refused at its field, and nothing typed is lost', async () => {
  const { ctx } = await livingCampaign()
  const admin = await memberContext(ctx, 'admin', 'blocks@example.org')
  await setMailDomains(admin, { watch: [], block: ['evil.example'] })
  const draft = await onLetterPage()
  const email = 'ann@mail.EVIL.example'
  const refused = shown(await posted({ ...carried(draft), ...DETAILS, email, step: 'you' }))
  expect(faultsIn(refused)).toEqual([
    'email: We take no letters with an e-mail address at evil.example. Enter another address',
  ])
  expect(refused).toMatchObject({ status: 422, draft: { email, body: draft.body } })
})

describe('while a sum is asked for', () => {
  const ask = async () => {
    const { ctx } = await livingCampaign()
    await ctx.db.insert(settings).values({ name: puzzleSetting.name, value: { when: 'always', most: 1 } })
    forgetPuzzle()
    return ctx
  }
  const send = async (puzzle: (submission: string) => Promise<string>, place?: string) => {
    const draft = await onCheckPage()
    const fields = { ...carried(draft), step: 'check', puzzle: await puzzle(draft.submission) }
    return { answer: await posted(fields, undefined, place), submission: draft.submission }
  }
  const mailsAt = async (submission: string) => {
    const { ctx } = await livingCampaign()
    const [row] = await ctx.db
      .select({ mailedAt: letters.mailedAt, createdAt: letters.createdAt, id: letters.id })
      .from(letters)
      .innerJoin(supporters, eq(supporters.id, letters.supporterId))
      .where(eq(supporters.submissionId, submission))
    if (!row) throw new Error('The letter was not stored.')
    const [job] = await queued(ctx, 'send-confirmation', row.id)
    return { later: row.mailedAt ? row.mailedAt.getTime() - row.createdAt.getTime() : 0, job, id: row.id }
  }

  test('a letter with its answer goes as ever', async () => {
    await ask()
    const { answer, submission } = await send(async (id) => {
      const challenge = await makeChallenge(id, new Date())
      return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) })
    })
    expect(answer).toHaveProperty('redirect')
    expect(await mailsAt(submission)).toMatchObject({ later: 0 })
  })

  test('one without it, or with another’s, is taken; its e-mail goes ten minutes later, and no sooner by asking', async () => {
    const ctx = await ask()
    for (const puzzle of ['', '{"challenge":{},"solution":{}}']) {
      const { answer, submission } = await send(async () => puzzle)
      expect(answer).toHaveProperty('redirect')
      const { later, job, id } = await mailsAt(submission)
      expect(later).toBeGreaterThan(9 * MINUTE)
      expect(job?.runAt.getTime()).toBeGreaterThan(Date.now() + 9 * MINUTE)
      expect(await resendConfirmation({ ...ctx, now: () => new Date(Date.now() + 5 * MINUTE) }, id)).toBe('waits')
    }
  })

  test('few without it are taken from one connection, and nothing typed is lost', async () => {
    await ask()
    for (let count = 0; count < 5; count++) await send(async () => '', '203.0.113.99')
    const { answer } = await send(async () => '', '203.0.113.99')
    const state = shown(answer)
    expect(state).toMatchObject({ stage: 'check', status: 429, draft: { name: 'Anna Smith' } })
    expect(faultsIn(state)[0]).toContain('without the sum that a browser does first')
  })
})

describe('a field that people do not see', () => {
  const send = async (place?: string) => {
    const letter = await onLetterPage()
    const filled = await posted({ ...carried(letter), ...DETAILS, nothing: 'https://x.example', step: 'you' })
    const { draft } = shown(filled)
    expect(shown(filled)).toMatchObject({ stage: 'check', faults: [], draft: { nothing: 'https://x.example' } })
    return { answer: await posted({ ...carried(draft), step: 'check' }, undefined, place), ...draft }
  }

  test('may be filled in by a browser: the letter is taken, and its e-mail goes ten minutes later', async () => {
    const { ctx } = await livingCampaign()
    const { answer, submission } = await send()
    expect(answer).toHaveProperty('redirect')
    const [row] = await ctx.db
      .select({ mailedAt: letters.mailedAt })
      .from(letters)
      .innerJoin(supporters, eq(supporters.id, letters.supporterId))
      .where(eq(supporters.submissionId, submission))
    expect(row?.mailedAt?.getTime()).toBeGreaterThan(Date.now() + 9 * MINUTE)
  })

  test('is filled in by programs: few such letters are taken from one connection', async () => {
    for (let count = 0; count < 5; count++) await send('203.0.113.98')
    const state = shown((await send('203.0.113.98')).answer)
    expect(state).toMatchObject({ stage: 'check', status: 429, draft: { name: 'Anna Smith' } })
    expect(faultsIn(state)[0]).toContain('Too many letters came from your connection')
  })
})
