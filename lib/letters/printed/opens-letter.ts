import type { Context } from '@/lib/kernel/context'
import { HOUR } from '@/lib/kernel/time/durations'
import { findLinkedLetter, type OpenLetter } from '@/lib/letters/find'

/** For so long after its writer has confirmed, the link of a letter's page opens the letter as well. */
const OPENS_MS = HOUR

/** Whether its writer has only just confirmed it, so that whoever has its link is taken for them. */
export function isJustConfirmed({ now }: Pick<Context, 'now'>, { confirmedAt }: { confirmedAt: Date | null }): boolean {
  return confirmedAt !== null && now().getTime() < confirmedAt.getTime() + OPENS_MS
}

/**
 * The letter behind a link, and whether the link opens what is private in it: name, addresses, text. One that went to
 * its writer's e-mail for that does; that of the letter's page, which looks as if it could be passed on, only just after
 * confirming. `null` where there is no such link.
 */
export async function letterBehind(
  ctx: Context,
  token: string,
): Promise<{ letter: OpenLetter; isOpen: boolean } | null> {
  const own = await findLinkedLetter(ctx, 'print', token)
  const { link, letter } = own.link ? own : await findLinkedLetter(ctx, 'letter', token)
  if (!letter || link?.expired) return null
  return { letter, isOpen: own.link !== null || isJustConfirmed(ctx, letter) }
}
