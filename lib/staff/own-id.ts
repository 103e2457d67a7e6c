import type { Context } from '@/lib/kernel/context'

/** The id of the member who acts. Throws for anyone else. */
export function ownId({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind !== 'staff') throw new Error('Only staff have an account.')
  return actor.id
}

/** The id of the member who acts; nothing where it is no member. */
export function actorId({ actor }: Pick<Context, 'actor'>): string | undefined {
  return actor.kind === 'staff' ? actor.id : undefined
}
