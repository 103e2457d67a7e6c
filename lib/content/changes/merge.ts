import { type ContentFields, textsOf } from '@/lib/content/fields/fields'
import { editorParts } from '@/lib/content/parts'

export type Choice = 'mine' | 'theirs'
type Sides = { base: ContentFields; mine: ContentFields; theirs: ContentFields }

const lists = editorParts.flatMap(({ list }) => list ?? [])

/**
 * Puts two sets of changes to one version together: what one side changed is taken, and what both changed, each in
 * its own way, is as `choices` says, or else a conflict. So is an item that one side took out and the other changed.
 * Conflicts are named by their units: a field; an item; or a whole list, where its items have no ids.
 */
export function mergeFields(
  base: ContentFields,
  mine: ContentFields,
  theirs: ContentFields,
  choices: Record<string, Choice> = {},
): { merged: ContentFields; conflicts: string[] } {
  const sides = { base, mine, theirs }
  const merged: ContentFields = {}
  const conflicts = new Set<string>()
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (isOrder(key)) continue
    const unit = unitOf(key, sides)
    const leaf = sides[sideOf(unit, sides, choices, conflicts)][key]
    if (leaf !== undefined) merged[key] = leaf
  }
  for (const { key } of lists.filter(({ ids }) => ids)) {
    const { order, isConflict } = mergeOrder(textsOf(base[key]), textsOf(mine[key]), textsOf(theirs[key]), choices[key])
    if (isConflict) conflicts.add(key)
    merged[key] = withChosen(key, order, sides, choices)
  }
  return { merged, conflicts: [...conflicts] }
}

/** What a field is chosen with: by itself, with its item that one side took out, or with its whole list. */
export function unitOf(key: string, { base, mine, theirs }: Sides): string {
  const list = lists.find((each) => key === each.key || key.startsWith(`${each.key}.`))
  if (!list || isOrder(key)) return key
  if (!list.ids) return list.key
  const [, id = ''] = key.split('.')
  const item = `${list.key}.${id}`
  const wasThere = textsOf(base[list.key]).includes(id)
  const isGone = (fields: ContentFields) => wasThere && !textsOf(fields[list.key]).includes(id)
  const isChanged = (fields: ContentFields) => printed(item, fields) !== printed(item, base)
  const contested = (isGone(mine) && isChanged(theirs)) || (isGone(theirs) && isChanged(mine))
  return contested && isGone(mine) !== isGone(theirs) ? item : key
}

function sideOf(unit: string, { base, mine, theirs }: Sides, choices: Record<string, Choice>, conflicts: Set<string>) {
  const [from, ours, others] = [base, mine, theirs].map((fields) => printed(unit, fields))
  if (ours === from || ours === others) return 'theirs'
  if (others === from) return 'mine'
  const choice = choices[unit]
  if (!choice) conflicts.add(unit)
  return choice ?? 'theirs'
}

/** An item that one side took out and the other changed is there or not, as was chosen. */
function withChosen(list: string, order: string[], { base, mine, theirs }: Sides, choices: Record<string, Choice>) {
  let chosen = order
  for (const [at, id] of textsOf(base[list]).entries()) {
    const choice = choices[`${list}.${id}`]
    if (!choice) continue
    const stays = textsOf((choice === 'mine' ? mine : theirs)[list]).includes(id)
    chosen = chosen.filter((each) => each !== id)
    if (stays) chosen = chosen.toSpliced(at, 0, id)
  }
  return chosen
}

/** Everything under a unit, as one text to compare. */
function printed(unit: string, fields: ContentFields): string {
  const under = Object.entries(fields).filter(([key]) => key === unit || key.startsWith(`${unit}.`))
  return JSON.stringify(under.sort(([a], [b]) => a.localeCompare(b)))
}

function isOrder(key: string): boolean {
  return lists.some((list) => list.ids && list.key === key)
}

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
  if (same(base, theirs)) return { order: mine, isConflict: false }
  if (same(base, mine)) return { order: theirs, isConflict: false }
  const shared = (ids: string[]) => ids.filter((id) => [base, mine, theirs].every((each) => each.includes(id))).join()
  const [from, ours, others] = [shared(base), shared(mine), shared(theirs)]
  const apart = ours !== from && others !== from && ours !== others
  const mineLeads = apart ? choice === 'mine' : ours !== from
  const [lead, other] = mineLeads ? [mine, theirs] : [theirs, mine]
  const merged = lead.filter((id) => !base.includes(id) || other.includes(id))
  const added = other.filter((id) => !base.includes(id) && !lead.includes(id))
  return { order: [...merged, ...added], isConflict: apart && !choice }
}

function same(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at])
}
