import type { Context } from '@/lib/kernel/context'
import type { OpenLetter } from '@/lib/letters/find'
import { earlierSignature } from '@/lib/supporters/two-names-a-household'

/**
 * What an earlier signature with its address means for a letter that waits to be confirmed. `counts`: in its place; the
 * writer's own, or those of a household of two. `asked`: the name that has signed, so that the address's owner is asked
 * whether there are two people; only where the names are nearly the same nothing goes on without an answer.
 */
export type EarlierLetter = { counts: 'taken' | 'full' | null; asked: string | null }

/** What stands in the way of a letter. */
export async function earlierLetter(
  ctx: Context,
  { state, supporterId }: Pick<OpenLetter, 'state' | 'supporterId'>,
): Promise<EarlierLetter> {
  const earlier = state === 'unconfirmed' ? await earlierSignature(ctx, supporterId) : null
  switch (earlier?.kind) {
    case 'same-person':
      return { counts: 'taken', asked: null }
    case 'household-full':
      return { counts: 'full', asked: null }
    default:
      return { counts: null, asked: earlier?.name ?? null }
  }
}
