import { describe, expect, test } from 'vitest'
import { deliverLetter } from '@/lib/delivery/testing'
import { importMembers } from '@/lib/directory/members/import'
import { whoSat } from '@/lib/directory/who-sat'
import { NOON } from '@/lib/kernel/testing/noon'
import { DAY } from '@/lib/kernel/time/durations'
import { findLetter } from '@/lib/letters/find'
import { moveLetter } from '@/lib/letters/move'
import { confirmedLetter, onCampaign, WESTMINSTER } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { mpOfLetter } from './mp-of-letter'
import { proofOf } from './proof'

const after = (days: number) => new Date(NOON.getTime() + days * DAY)
const ann = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: 'ann@example.org' }
const rachel = { memberId: 5257, name: 'Rachel Blake', party: 'Labour (Co-op)', email: 'rachel.blake.mp@parliament.uk' }

const seat = (ctx: TestContext, member: typeof ann | null) =>
  importMembers(ctx, [{ code: WESTMINSTER, member, line: 2 }])

async function nameOn(ctx: TestContext, id: string): Promise<string | undefined> {
  const letter = await findLetter(ctx, id)
  return letter ? (await mpOfLetter(ctx, letter))?.name : 'no letter'
}

describe('when the MP changes', () => {
  test('a letter that was sent, and the proof of it, keep the MP that it went to', () =>
    onCampaign(async (ctx, campaign) => {
      const { id } = await confirmedLetter(ctx, campaign)
      await deliverLetter(ctx, id)
      ctx.setNow(after(1))
      await seat(ctx, ann)
      expect(await nameOn(ctx, id)).toBe('Rachel Blake')
      expect((await proofOf(ctx, id))?.mp).toEqual({ name: 'Rachel Blake', party: 'Labour (Co-op)' })
      await seat(ctx, null)
      expect(await nameOn(ctx, id)).toBe('Rachel Blake')
    }))

  test('a letter that failed keeps the MP who sat then, and one that waits gets the new one', () =>
    onCampaign(async (ctx, campaign) => {
      const failed = await confirmedLetter(ctx, campaign)
      const waiting = await confirmedLetter(ctx, campaign)
      await moveLetter(ctx, failed.id, { from: ['queued'], to: 'failed', set: { endedAt: after(1) } })
      ctx.setNow(after(2))
      await seat(ctx, ann)
      expect(await nameOn(ctx, failed.id)).toBe('Rachel Blake')
      expect(await nameOn(ctx, waiting.id)).toBe('Ann Example')
    }))
})

test('who sat at a moment: the one before until the change, nobody while vacant, a returning MP in a row of their own', () =>
  onCampaign(async (ctx) => {
    ctx.setNow(after(1))
    await seat(ctx, null)
    ctx.setNow(after(3))
    await seat(ctx, rachel)
    const at = (days: number) => whoSat(ctx, WESTMINSTER, after(days))
    const [before, vacant, returned] = [await at(0), await at(1), await at(3)]
    expect(vacant).toBeNull()
    expect([before?.memberId, returned?.memberId]).toEqual([5257, 5257])
    expect(before?.id).not.toBe(returned?.id)
    expect(await whoSat(ctx, WESTMINSTER, new Date('1997-05-01'))).toBeNull()
  }))
