import { campaignSlugOf } from '@/lib/content/find-campaign'
import type { Mp, Seat } from '@/lib/directory/lookup'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter, type OpenLetter } from '@/lib/letters/find'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { noteOfLetter } from '@/lib/letters/proof/note-of-letter'
import { sentLetter } from '@/lib/letters/sent-letter'

type Printable = {
  letter: OpenLetter
  written: ReturnType<typeof sentLetter>
  seat: Seat | null
  mp: Mp | null
  /** What stands below it. */
  note: string
}

/** The letter behind its writer's link, as it goes on paper; `null` where there is none, or its text is erased. */
export async function printable(ctx: Context, slug: string, token: string): Promise<Printable | null> {
  const link = await readLink(ctx, 'letter', token)
  const letter = link?.letterId ? await findLetter(ctx, link.letterId) : null
  if (!letter?.person || !letter.text || (await campaignSlugOf(ctx, letter.campaignId)) !== slug) return null
  const [seat, mp] = await Promise.all([findSeat(ctx, letter.constituencyCode), mpOfLetter(ctx, letter)])
  const note = await noteOfLetter(ctx, letter, seat?.name ?? '', true)
  return { letter, written: sentLetter(letter.person, letter.text, mp?.name ?? null), seat, mp, note }
}
