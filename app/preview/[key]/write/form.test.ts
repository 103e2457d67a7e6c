import { beforeAll, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import type { FormAnswer } from '@/app/_server/forms/form-answer'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import type { LetterState } from '@/app/_server/letter/state'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { figureEvents, letters, links, supporters, wordingsGiven } from '@/db/schema/index'
import { makePreviewLink } from '@/lib/campaigns/preview/preview-link'
import { saveDraft } from '@/lib/campaigns/save-draft'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { livingCampaign, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form as previewWriteForm } from './form'

const DETAILS = { name: 'Sam Example', email: 'sam@example.org', address1: '1 Example Street', town: 'Exampletown' }
const START = { step: 'words', postcode: 'SW1A 0AA', constituency: WESTMINSTER }

let ctx: TestContext
let editor: Context
let campaign = ''
let versionId = ''

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  ctx.setNow(new Date())
  editor = await memberContext(ctx, 'editor')
  const { id: campaignId, versionId: baseId } = living.campaign
  campaign = campaignId
  const openings = ['I write to you from the draft alone.', 'The draft says this, and nothing that is live does.']
  const saved = await saveDraft(editor, {
    campaignId,
    baseId,
    edited: { 'letter.openings': openings, 'letter.followings': openings, voices: [] },
  })
  if (saved.kind !== 'saved') throw new Error('The draft is not saved.')
  versionId = saved.version.id
})

const draftShown = () => ({ campaignId: campaign, versionId })

function posted(key: string, fields: Record<string, string>, cookies = ''): Promise<FormAnswer<LetterState>> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const ask of ['ceasefire', 'talks']) form.append('ask', ask)
  const exchange = newExchange({ clientAddress: '203.0.113.7', cookies })
  return withExchange(exchange, () => previewWriteForm(form, { key }))
}

function shown(answer: FormAnswer<LetterState>): LetterState {
  if (!('show' in answer)) throw new Error('No letter is shown.')
  return answer.show
}

function carried({ asks: _asks, updates: _updates, ...texts }: LetterDraft): Record<string, string> {
  return texts
}

describe('writing in a preview', () => {
  test('goes through every page with the draft’s text, and leaves nothing behind', async () => {
    const tables = [letters, supporters, links, wordingsGiven, figureEvents]
    const rows = () => Promise.all(tables.map((table) => ctx.db.$count(table)))
    const before = await rows()
    const link = makePreviewLink(editor, draftShown())
    const first = shown(await posted(link, { ...START, reason: 'My own words.' }))
    expect(first).toMatchObject({ stage: 'letter', faults: [], draft: { givenId: '' } })
    expect(first.draft.body).toMatch(/^My own words\.\n\n(I write to you from the draft|The draft says this)/)
    const faulty = shown(await posted(link, { ...carried(first.draft), ...DETAILS, email: 'no', step: 'you' }))
    expect(faulty).toMatchObject({ stage: 'you', faults: [{ field: 'email' }] })
    const check = shown(await posted(link, { ...carried(first.draft), ...DETAILS, step: 'you' }))
    expect(check.stage).toBe('check')
    expect(await posted(link, { ...carried(check.draft), step: 'check' })).toEqual({
      redirect: `/preview/${link}/sent?seat=${WESTMINSTER}`,
    })
    expect(await rows()).toEqual(before)
  })

  test('is for members by the version’s id, and leads everybody else to the page that says why not', async () => {
    const signedIn = async (member: Context) => {
      const token = crypto.randomUUID()
      await startSession(ctx, { token, userId: member.actor.kind === 'staff' ? member.actor.id : '' })
      return `${staffCookie().name}=${token}`
    }
    expect(shown(await posted(versionId, START, await signedIn(editor))).stage).toBe('letter')
    const away = (key: string) => ({ redirect: `/preview/${key}/write` })
    const campaigner = await signedIn(await memberContext(ctx, 'campaigner'))
    expect(await posted(versionId, START, campaigner)).toEqual(away(versionId))
    expect(await posted(versionId, START)).toEqual(away(versionId))
    const ended = makePreviewLink({ ...editor, now: () => new Date(Date.now() - 8 * DAY) }, draftShown())
    const forged = `${makePreviewLink(editor, draftShown()).slice(0, -1)}~`
    for (const link of [ended, forged]) expect(await posted(link, START)).toEqual(away(link))
  })
})
