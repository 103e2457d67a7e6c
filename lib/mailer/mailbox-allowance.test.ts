import { describe, expect, test, vi } from 'vitest'
import { mailboxTurns, suppressions } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import { DAY, HOUR, MINUTE } from '@/lib/kernel/time/durations'
import { rolledBack } from '@/lib/mailer/testing/context'
import { forgetMailboxTurns, mailToStranger } from './mailbox-allowance'
import { refuseMail } from './refused-mailboxes'

const NOON = new Date('2026-11-10T12:00:00Z')
const after = (ms: number) => new Date(NOON.getTime() + ms)
const gone = async () => true

describe('mail that anybody can set off', () => {
  test('goes to one mailbox three times an hour, under whatever variant of its address', () =>
    rolledBack(async (ctx) => {
      for (let one = 1; one <= 6; one++) {
        const mailed = await mailToStranger(ctx, `victim+${one}@example.org`, gone)
        if (one <= 3) expect(mailed).toEqual({ outcome: 'sent' })
        else expect(mailed).toEqual({ outcome: 'full', again: after(HOUR) })
      }
      expect(await mailToStranger(ctx, 'another@example.org', gone)).toEqual({ outcome: 'sent' })
    }, NOON))

  test('and six times a day, with no turn of the clock that gives more', () =>
    rolledBack(async (ctx) => {
      const sent: number[] = []
      for (let minute = 0; minute < 48 * 60; minute += 10) {
        ctx.setNow(after(minute * MINUTE))
        if ((await mailToStranger(ctx, 'victim@example.org', gone)).outcome === 'sent') sent.push(minute)
      }
      expect(sent).toHaveLength(12)
      for (const from of sent) {
        expect(sent.filter((at) => at >= from && at < from + 60).length).toBeLessThanOrEqual(3)
        expect(sent.filter((at) => at >= from && at < from + 24 * 60).length).toBeLessThanOrEqual(6)
      }
    }, NOON))

  test('takes no turn where it did not go, or the mail service failed', () =>
    rolledBack(async (ctx) => {
      expect(await mailToStranger(ctx, 'ann@example.org', async () => false)).toEqual({ outcome: 'not-sent' })
      await expect(mailToStranger(ctx, 'ann@example.org', () => Promise.reject(new Error('Later')))).rejects.toThrow()
      expect(await ctx.db.$count(mailboxTurns)).toBe(0)
    }, NOON))

  test('goes nowhere once its owner has said so, and nothing is asked to send it', () =>
    rolledBack(async (ctx) => {
      await refuseMail(ctx, 'Owner+tag@example.org')
      const send = vi.fn(gone)
      expect(await mailToStranger(ctx, 'owner@example.org', send)).toEqual({ outcome: 'refused' })
      expect(send).not.toHaveBeenCalled()
      expect(await ctx.db.$count(suppressions)).toBe(1)
    }, NOON))

  test('leaves no address behind, and what counts no more is erased', () =>
    rolledBack(async (ctx) => {
      await mailToStranger(ctx, 'zuleika@example.org', gone)
      await refuseMail(ctx, 'zuleika@example.org')
      expect(await tablesHolding(ctx, 'zuleika')).toEqual([])
      ctx.setNow(after(DAY - 1))
      expect(await forgetMailboxTurns(ctx)).toBe(0)
      ctx.setNow(after(DAY))
      expect(await forgetMailboxTurns(ctx)).toBe(1)
    }, NOON))
})
