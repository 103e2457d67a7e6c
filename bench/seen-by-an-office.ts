import { wordCount } from '@/lib/kernel/text'
import { shinglesOf } from '@/lib/writing/originality/shingles'
import { LEAST_WORDS, MOST_WORDS } from '@/lib/writing/wordings/choose-wording'
import { LONG } from '@/lib/writing/wordings/letter-kit'
import { type Aim, printFigures } from './aims'
import { overlapsOfPairs } from './overlaps'

const LATELY = 20

/** A letter as an office gets it; `opening` are its writer's own words. */
export type Seen = { subject: string; body: string; opening: string }

type Measure = 'shortest' | 'longest' | 'repeated' | 'fresh' | 'firsts' | 'subjects' | 'largest' | 'most' | 'median'
export type Aims = Partial<Record<Measure, Aim>>

/** Words that come on top of own ones; every set of letters keeps to them. */
const LENGTHS: Aims = { shortest: { least: LEAST_WORDS }, longest: { most: MOST_WORDS } }
/** Of 200 letters for one seat and more, of a text of full size. */
export const FULL: Aims = {
  ...LENGTHS,
  repeated: { most: 6 },
  fresh: { least: 85 },
  firsts: { least: 100 },
  subjects: { least: 30 },
  largest: { under: 0.4 },
  most: { under: 0.15 },
  median: { under: 0.03 },
}
/** Of 200 letters for one seat, of what can be written in an afternoon. */
export const AFTERNOON: Aims = {
  ...LENGTHS,
  repeated: { most: 10 },
  fresh: { least: 40 },
  firsts: { least: 60 },
  largest: { under: 0.45 },
}

/** Prints what an office would see of these letters, in this order, each figure beside its aim. */
export function reportSeen(what: string, letters: Seen[], aims: Aims): void {
  const given = letters.map(({ body, opening }) => body.slice(opening.length))
  const words = given.map(wordCount)
  const sentences = given.map(sentencesOf)
  const fresh = sentences.filter((own, at) => {
    const lately = new Set(sentences.slice(Math.max(0, at - LATELY), at).flat())
    return !own.some((sentence) => lately.has(sentence))
  })
  const [[text, times] = ['', 0]] = counts(sentences.flat().filter((one) => wordCount(one) >= LONG))
  const overlaps = overlapsOfPairs(letters.map(({ subject, body }) => shinglesOf(`${subject} ${body}`)))
  const at = (part: number) => overlaps[Math.max(0, Math.ceil(overlaps.length * part) - 1)] ?? 0
  const distinct = (texts: (string | undefined)[]) => new Set(texts).size
  const line = (of: Measure, name: string, figure: number, digits = 0, more = '') => {
    return { what: name, figure, aim: aims[of], digits, more }
  }
  console.log(`  ${what}: ${letters.length} letters`)
  printFigures([
    line('shortest', 'words of the shortest, own ones aside', Math.min(...words)),
    line('longest', 'words of the longest, own ones aside', Math.max(...words)),
    line('repeated', `times of the most repeated sentence of ${LONG} words or more`, times, 0, ` “${text}”`),
    line('fresh', `% with no sentence of the ${LATELY} before`, Math.floor((100 * fresh.length) / letters.length)),
    line('firsts', 'distinct first sentences', distinct(sentences.map(([first]) => first))),
    line('subjects', 'distinct subjects', distinct(letters.map(({ subject }) => subject))),
    line('largest', 'largest overlap of two', at(1), 3),
    line('most', '95th percentile of overlaps', at(0.95), 3),
    line('median', 'median of overlaps', at(0.5), 3),
  ])
}

/** What ends in a full stop, a question or an exclamation mark, and what stands in a paragraph of its own. */
function sentencesOf(body: string): string[] {
  return body
    .split(/\n\n|(?<=[.?!]["”’)]*)\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function counts(texts: string[]): [string, number][] {
  const found = new Map<string, number>()
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1)
  return [...found].sort(([, one], [, other]) => other - one)
}
