const TWO_ENDS: readonly RegExp[] = [/, and,? and\b/gi, /\band, (?:and|or)\b/gi]
const DOING = /^\p{Ll}+ing\b/u

/** Lists whose items are of different kinds ("to stop it, suspending aid and to press them"), or that end twice. */
export function unevenLists(text: string): string[] {
  const clauses = text.split(', ')
  const uneven = clauses.filter(
    (clause, at) => DOING.test(clause) && clause.includes(' and to ') && clauses[at - 1]?.includes(' to '),
  )
  return [...uneven, ...TWO_ENDS.flatMap((ends) => [...text.matchAll(ends)].map(([words]) => words))]
}
