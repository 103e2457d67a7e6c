import { describe, expect, test } from 'vitest'
import { mpAnswers } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { deliverLetter } from '@/lib/delivery/testing'
import { confirmedLetter, onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { eraseByEmail } from '@/lib/privacy/erase'
import { exportByEmail } from '@/lib/privacy/export'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { exportAnswers } from './export-answers'
import { listAnswers } from './list-answers'
import { openAnswer } from './open-answer'
import { findOwnAnswer, takeBackAnswer } from './own-answer'
import { QUOTE_CONSENT } from './quote-consent'
import { ANSWER_MOST, saidOfAnswer, sayAnswer } from './say-answer'

const all = { find: '', quote: false }

async function answered(ctx: TestContext, campaign: LiveCampaign, said: string, quote = false) {
  const letter = await confirmedLetter(ctx, campaign)
  await deliverLetter(ctx, letter.id)
  await sayAnswer(ctx, letter.id, { said, quote })
  return letter
}

describe('what a supporter says of an answer', () => {
  test('is kept sealed, with the leave to quote it in the words that they saw; the last counts', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await answered(ctx, campaign, 'She will ask the minister.', true)
      const [row] = await ctx.db.select().from(mpAnswers)
      expect(JSON.stringify(row)).not.toContain('minister')
      const { wording, version } = QUOTE_CONSENT
      expect(await findOwnAnswer(ctx, id)).toMatchObject({
        said: 'She will ask the minister.',
        quote: { wording, version },
      })
      await sayAnswer(ctx, id, { said: 'She will ask.', quote: false })
      expect(await findOwnAnswer(ctx, id)).toMatchObject({ said: 'She will ask.', quote: null })
    }))

  test('is in their data, is taken back by them, and goes when they are erased', () =>
    onCampaign(async (ctx, campaign) => {
      const { id, email } = await answered(ctx, campaign, 'No.')
      expect((await exportByEmail(ctx, email))[0]?.letter.saidOfAnswer).toMatchObject({ said: 'No.' })
      await takeBackAnswer(ctx, id)
      expect(await findOwnAnswer(ctx, id)).toBeNull()
      await sayAnswer(ctx, id, { said: 'No.', quote: true })
      await eraseByEmail(ctx, email)
      expect(await ctx.db.$count(mpAnswers)).toBe(0)
    }))

  test('is measured, cleaned, and asked for again where it is nothing', () => {
    const read = (said: string, quote = '') => saidOfAnswer.safeParse({ said, quote })
    expect(read(' Yes.\r\n\r\nShe will.\u0000 ', 'yes').data).toEqual({ said: 'Yes.\n\nShe will.', quote: true })
    expect(read('x'.repeat(ANSWER_MOST)).success).toBe(true)
    for (const wrong of ['', ' \n ', 'x'.repeat(ANSWER_MOST + 1)]) expect(read(wrong).success).toBe(false)
  })
})

describe('staff', () => {
  test('see the answers by MP, without their words, narrowed by name and by leave to quote', () =>
    onCampaign(async (ctx, campaign) => {
      const quoted = await answered(ctx, campaign, 'One.', true)
      await answered(ctx, campaign, 'Two.')
      const admin = await memberContext(ctx, 'admin')
      const { answers, total } = await listAnswers(admin, all, 1)
      expect([answers.length, total]).toEqual([1, 2])
      const listed = { mp: 'Rachel Blake', constituency: 'Cities of London and Westminster', mayQuote: true }
      expect((await listAnswers(admin, { find: 'BLAKE', quote: true }, 9)).answers).toMatchObject([
        { letterId: quoted.id, ...listed },
      ])
      expect(await listAnswers(admin, { find: '%', quote: false }, 9)).toMatchObject({ total: 0 })
    }))

  test('open one, or take them out, under their name; no cell of the file begins a formula', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await answered(ctx, campaign, '=1+1')
      const admin = await memberContext(ctx, 'admin')
      expect(await openAnswer(admin, id)).toMatchObject({ said: '=1+1' })
      expect(await auditOf(ctx, 'answers.open')).toHaveLength(1)
      expect(await openAnswer(admin, 'no-letter')).toBeNull()
      const file: string[] = []
      for await (const chunk of await exportAnswers(admin, all)) file.push(chunk)
      expect(file.join('')).toContain(`"${id}"`)
      expect(file.join('')).toContain(`"'=1+1"`)
      expect(await auditOf(ctx, 'answers.export')).toHaveLength(1)
    }))

  test.each(['editor', 'campaigner'] as const)('who are %s are refused', (role) =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await answered(ctx, campaign, 'One.')
      const member = await memberContext(ctx, role)
      const refused = { code: 'not-allowed' }
      await expect(async () => listAnswers(member, all, 9)).rejects.toMatchObject(refused)
      await expect(async () => openAnswer(member, id)).rejects.toMatchObject(refused)
      await expect(async () => exportAnswers(member, all)).rejects.toMatchObject(refused)
      expect(await auditOf(ctx, 'answers.open')).toEqual([])
    }),
  )
})
