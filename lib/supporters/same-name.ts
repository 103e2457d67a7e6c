import { slipsBetween } from '@/lib/directory/search/typing-slips'

const TITLES = new Set(
  'mr mrs ms miss mx master dr prof professor sir dame lord lady baron baroness rev revd reverend fr father sr sister cllr councillor rabbi imam hon judge capt captain maj major col colonel lt sgt'.split(
    ' ',
  ),
)
const AFTER = new Set('jr jnr sr snr esq phd md mbe obe cbe kbe dbe kc qc mp mep msp ba bsc ma msc frs'.split(' '))
const SLIPS_MOST = 2

/**
 * Whether two names may be one person's: alike but for a title, middle names, initials, the order, hyphens, accents, or
 * a slip of one or two letters (one in a word of up to four letters). It errs towards yes, since the person is asked.
 */
export function mayBeSameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return false
  return together(a) === together(b) || slipsBetween(together(a), together(b)) <= 1 || endsMatch(a, b) || allMatch(a, b)
}

function wordsOf(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  let first = 0
  let last = words.length
  while (last - first > 1 && TITLES.has(words[first] ?? '')) first++
  while (last - first > 1 && AFTER.has(words[last - 1] ?? '')) last--
  return words.slice(first, last)
}

const together = (words: string[]) => words.join('')

/** First and last name, whatever stands between. */
function endsMatch(a: string[], b: string[]): boolean {
  if (a.length < 2 || b.length < 2) return false
  return unlikeness(a[0], b[0]) + unlikeness(a.at(-1), b.at(-1)) <= SLIPS_MOST
}

/** Every word of the shorter name is one of the longer, in any order. */
function allMatch(a: string[], b: string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, [...b]] : [b, [...a]]
  let slips = 0
  for (const word of shorter) {
    const [best] = longer.map((other, at) => ({ at, slips: unlikeness(word, other) })).sort((x, y) => x.slips - y.slips)
    if (!best) return false
    slips += best.slips
    longer.splice(best.at, 1)
  }
  return slips <= SLIPS_MOST
}

/** The slips between two words of a name; none between an initial and what begins with it, without end between others. */
function unlikeness(one = '', other = ''): number {
  if (one === other) return 0
  if (one.length === 1 || other.length === 1) return one.charAt(0) === other.charAt(0) ? 0 : Number.POSITIVE_INFINITY
  const slips = slipsBetween(one, other)
  return slips <= (Math.min(one.length, other.length) <= 4 ? 1 : SLIPS_MOST) ? slips : Number.POSITIVE_INFINITY
}
