import type { Context } from '@/lib/kernel/context'

/** Who acts, as rows keep it: a member's id, or "system". */
export function actorName({ actor }: Context): string {
  return actor.kind === 'staff' ? actor.id : actor.kind
}
