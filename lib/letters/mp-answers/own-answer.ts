import { eq } from 'drizzle-orm'
import { mpAnswers } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { unseal } from '@/lib/kernel/secrets/crypto'

/** What a supporter has said of their MP's answer; `quote`: the leave that they gave, in the words that they saw. */
export type OwnAnswer = { said: string; saidAt: Date; quote: { at: Date; wording: string; version: string } | null }

export async function findOwnAnswer({ db }: Context, letterId: string): Promise<OwnAnswer | null> {
  const [row] = await db.select().from(mpAnswers).where(eq(mpAnswers.letterId, letterId))
  if (!row) return null
  const { quoteAt, quoteWording, quoteWordingVersion } = row
  return {
    said: unseal(row.textSealed, 'mp-answer', letterId),
    saidAt: row.saidAt,
    quote: quoteAt && { at: quoteAt, wording: quoteWording ?? '', version: quoteWordingVersion ?? '' },
  }
}

/** Takes back what was said, and the leave to quote it with it. */
export async function takeBackAnswer({ db }: Context, letterId: string): Promise<void> {
  await db.delete(mpAnswers).where(eq(mpAnswers.letterId, letterId))
}
