import type { Context } from '@/lib/kernel/context'

/** The id of the member who acts. Throws for anyone else. */
export function ownId({ actor }: Pick<Context, 'actor'>): string {
  if (actor.kind !== 'staff') throw new Error('Only staff have an account.')
  return actor.id
}
