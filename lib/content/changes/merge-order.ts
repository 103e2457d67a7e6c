/**
 * The order of a list that two sides changed: what either added is there, what either took out is not. Where both
 * put the rest in an order of their own it is a conflict, unless `choice` says whose holds.
 */
export function mergeOrder(
  base: string[],
  mine: string[],
  theirs: string[],
  choice?: 'mine' | 'theirs',
): { order: string[]; isConflict: boolean } {
  const shared = (ids: string[]) => ids.filter((id) => [base, mine, theirs].every((each) => each.includes(id))).join()
  const [from, ours, others] = [shared(base), shared(mine), shared(theirs)]
  const apart = ours !== from && others !== from && ours !== others
  const mineLeads = apart ? choice === 'mine' : ours !== from
  const [lead, other] = mineLeads ? [mine, theirs] : [theirs, mine]
  const merged = lead.filter((id) => !base.includes(id) || other.includes(id))
  const added = other.filter((id) => !base.includes(id) && !lead.includes(id))
  return { order: [...merged, ...added], isConflict: apart && !choice }
}
