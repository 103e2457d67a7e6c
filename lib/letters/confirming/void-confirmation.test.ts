import { expect, test } from 'vitest'
import { makeLink, readLink } from '@/lib/kernel/secrets/tokens'
import { letterRow, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { confirmByCode } from './confirm-by-code'
import { confirmCode } from './confirm-code'
import { voidConfirmation } from './void-confirmation'

test('what went to another address confirms nothing any more, nor erases or stops anything; its writer’s page stays', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, token } = await writtenLetter(ctx, campaign)
    const purposes = ['confirm', 'not-me', 'unsubscribe'] as const
    const given = await Promise.all(
      purposes.map(async (purpose) => ({ purpose, link: await makeLink(ctx, purpose, { letterId: id }) })),
    )
    const before = confirmCode(id, (await letterRow(ctx, id)).codeRound)
    await voidConfirmation(ctx, id)
    for (const { purpose, link } of given) expect(await readLink(ctx, purpose, link)).toBeNull()
    expect(await readLink(ctx, 'sent', token)).toMatchObject({ letterId: id })
    expect(await confirmByCode(ctx, id, before)).toEqual({ outcome: 'wrong' })
    const after = confirmCode(id, (await letterRow(ctx, id)).codeRound)
    expect(await confirmByCode(ctx, id, after)).toMatchObject({ outcome: 'confirmed' })
  }))

test('another’s letter keeps its own', () =>
  onCampaign(async (ctx, campaign) => {
    const [one, other] = [await writtenLetter(ctx, campaign), await writtenLetter(ctx, campaign)]
    const link = await makeLink(ctx, 'confirm', { letterId: other.id })
    await voidConfirmation(ctx, one.id)
    expect(await readLink(ctx, 'confirm', link)).toMatchObject({ letterId: other.id })
    expect(await confirmByCode(ctx, other.id, confirmCode(other.id, 0))).toMatchObject({ outcome: 'confirmed' })
  }))
