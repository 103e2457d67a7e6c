import { limitsLifted } from '@/app/_server/caller/limit-caller'
import type { Context } from '@/lib/kernel/context'
import { isPuzzleAsked } from '@/lib/limits/puzzle/is-puzzle-asked'
import type { LetterDraft } from './posted-draft'

/**
 * Whether a letter may go from the page with its writer's name, past the one on which it is checked: they came by a link
 * from a mailing, so that one page has both, and no puzzle is asked for, which only the last page has.
 */
export async function mayGoAtOnce(ctx: Context, { quick }: LetterDraft): Promise<boolean> {
  return quick !== '' && (limitsLifted() || !(await isPuzzleAsked(ctx)))
}
