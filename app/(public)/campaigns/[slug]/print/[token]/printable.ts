import { campaignSlugOf } from '@/lib/content/find-campaign'
import type { Mp, Seat } from '@/lib/directory/lookup'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { letterBehind } from '@/lib/letters/printed/opens-letter'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { noteOfLetter } from '@/lib/letters/proof/note-of-letter'
import { sentLetter } from '@/lib/letters/sent-letter'

export type Printable = {
  letter: OpenLetter
  written: ReturnType<typeof sentLetter>
  seat: Seat | null
  mp: Mp | null
  /** What stands below it. */
  note: string
}

/**
 * The letter behind its writer's link, as it goes on paper; `closed` where the link does not open it, `null` where there
 * is none, or its text is erased.
 */
export async function printable(ctx: Context, slug: string, token: string): Promise<Printable | 'closed' | null> {
  const found = await letterBehind(ctx, token)
  if (!found?.letter.person || !found.letter.text) return null
  const { letter, isOpen } = found
  if ((await campaignSlugOf(ctx, letter.campaignId)) !== slug) return null
  if (!isOpen) return 'closed'
  const [seat, mp] = await Promise.all([findSeat(ctx, letter.constituencyCode), mpOfLetter(ctx, letter)])
  const note = await noteOfLetter(ctx, letter, seat?.name ?? '', true)
  return { letter, written: sentLetter(found.letter.person, found.letter.text, mp?.name ?? null), seat, mp, note }
}
