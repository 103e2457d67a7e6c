import { and, count, eq, gt, min, sql } from 'drizzle-orm'
import { letters } from '@/db/schema'
import { type Context, inTransaction } from '../kernel/context'
import { env } from '../kernel/env'
import { nextOpening } from './sending-hours'

const HOUR = 60 * 60 * 1000

/**
 * Runs `send` when a letter to this seat may go now, and gives `null`; otherwise gives when to come back.
 * Gentle on one MP's office, and by day only. With a pace set, letters to one seat go one after the other:
 * what other workers are just sending is counted too.
 */
export async function inTurn(ctx: Context, constituencyCode: string, send: () => Promise<void>): Promise<Date | null> {
  const { sendHours, sendPerMpHour } = env()
  const opening = sendHours ? nextOpening(sendHours, ctx.now()) : null
  if (opening) return opening
  if (!sendPerMpHour) {
    await send()
    return null
  }
  return inTransaction(ctx, async (inner) => {
    await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`pace ${constituencyCode}`}))`)
    const later = await fullUntil(inner, constituencyCode, sendPerMpHour)
    if (!later) await send()
    return later
  })
}

async function fullUntil(ctx: Context, constituencyCode: string, perHour: number): Promise<Date | null> {
  const hourAgo = new Date(ctx.now().getTime() - HOUR)
  const [hour] = await ctx.db
    .select({ sent: count(), first: min(letters.acceptedAt) })
    .from(letters)
    .where(and(eq(letters.constituencyCode, constituencyCode), gt(letters.acceptedAt, hourAgo)))
  if (!hour?.first || hour.sent < perHour) return null
  return new Date(hour.first.getTime() + HOUR)
}
