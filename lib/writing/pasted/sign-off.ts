import { endsWithPostcode, isNamed, isNameOrPlace, isSaying } from './address-lines'

/** Lines of name and address that can stand under a sign-off. */
const MOST_UNDER = 12
/** What stands after them may be a postscript, and not half a letter. */
const MOST_AFTER_WORDS = 80
const MOST_PHRASE_WORDS = 8
/** "Ann Example, Flat 2, 14 High Street, Leeds LS18 4EB" behind it on its line. */
const MOST_WITH_ADDRESS = 14

const YOURS = ['yours', 'your’s', 'your', 'yrs', 'i am yours', 'i remain yours']
const AFTER_YOURS = [
  'sincerely',
  'sincerly',
  'sincerley',
  'sincerelly',
  'sinserely',
  'faithfully',
  'faithfuly',
  'faithfullly',
  'truly',
  'respectfully',
  'gratefully',
  'hopefully',
  'ever',
  'very sincerely',
]
const YOURS_ENDS = [
  ...AFTER_YOURS,
  'very truly',
  'most sincerely',
  'in hope',
  'in peace',
  'in solidarity',
  'in faith',
  'in christ',
  'aye',
  'etc',
]
const KINDS = [
  '',
  'kind',
  'kindest',
  'best',
  'very best',
  'warm',
  'warmest',
  'good',
  'many',
  'friendly',
  'all good',
  'every good',
]
const WITH = ['', 'with ', 'my ', 'with my ', 'with our ', 'with all ']

/** Phrases that end a letter wherever they stand alone on a line. */
const SURE = new Set([
  ...YOURS.flatMap((yours) => YOURS_ENDS.map((end) => `${yours} ${end}`)),
  ...AFTER_YOURS.flatMap((end) => [`${end} yours`, `very ${end} yours`, `most ${end} yours`]),
  ...['sincerely', 'faithfully', 'respectfully', 'most sincerely', 'all the best'],
  ...WITH.flatMap((before) =>
    KINDS.flatMap((kind) => [`${before}${kind} regards`, `${before}${kind === '' ? 'best' : kind} wishes`].map(single)),
  ),
  ...['regards', 'rgds'],
  // Welsh and Gaelic.
  ...['yn gywir', 'yr eiddoch yn gywir', 'yr eiddoch yn bur', 'yr eiddoch yn ddiffuant', 'dymuniadau gorau'],
  ...['cofion', 'cofion gorau', 'cofion cynnes', 'cofion caredig', 'le meas', 'is mise le meas', 'le dùrachd'],
])

/** Phrases that end one only with a name under them: else they are the last thing said. */
const WITH_NAME = new Set([
  ...['yours', 'thanks', 'many thanks', 'with thanks', 'with many thanks', 'thank you', 'thanking you', 'best', 'love'],
  ...['diolch', 'diolch yn fawr', 'diolch o galon', 'kr', 'bw', 'ta', 'warmest'],
  ...['cheers', 'warmly', 'cordially', 'in solidarity', 'in hope', 'in peace', 'in friendship', 'peace', 'god bless'],
  ...[
    'with respect',
    'with gratitude',
    'with hope',
    'with love',
    'thanks in advance',
    'many thanks in advance',
    'take care',
  ],
  ...[
    'with thanks in advance',
    'thank you in advance',
    'thanking you in advance',
    'thank you for reading',
    'from',
    'bye',
  ],
  ...['thank you for your time', 'thanks for your time', 'thanks for reading', 'hopefully', 'gratefully'],
])

/** The last sign-off that has a line to itself, with the lines under it that belong to it: from one line up to another. */
export function lastSignOff(lines: string[]): { from: number; to: number } | null {
  for (let at = lines.length - 1; at >= 0; at--) {
    const sure = signOffLine(lines[at] ?? '')
    if (!sure) continue
    const to = underEnd(lines, at + 1)
    const hasName = lines.slice(at + 1, to).some((line) => line !== '')
    if (sure === 'with a name' && !hasName) continue
    const after = lines.slice(to).join(' ').split(/\s+/)
    return after.length > MOST_AFTER_WORDS ? null : { from: firstOf(lines, at), to }
  }
  return null
}

/**
 * What a writer of this name has put under their letter without a sign-off: the name or its first word, alone on a line,
 * and what belongs to it; from one line up to another.
 */
export function nameAtEnd(lines: string[], name: string): { from: number; to: number } | null {
  const [first = '', ...more] = name.split(/\s+/).map(plain).filter(Boolean)
  if (first === '') return null
  const signed = new Set([first, [first, ...more].join(' ')])
  const from = lines.findLastIndex((line) => signed.has(signatureOf(line)))
  return from > 0 && underEnd(lines, from) === lines.length ? { from, to: lines.length } : null
}

/** "— Ann x" as "ann". */
function signatureOf(line: string): string {
  const words = line.split(/\s+/).map(plain).filter(Boolean)
  return words.filter((word, at) => at === 0 || !/^x+$/.test(word)).join(' ')
}

/** A sign-off at the end of the line on which the last sentence stands: "… Please act. Yours sincerely, Ann". */
export function inlineSignOff(line: string): { before: string; text: string } | null {
  const words = line.split(' ')
  for (let at = Math.max(1, words.length - MOST_PHRASE_WORDS - 6); at < words.length; at++) {
    if (!/[.!?…]["”’)]?$/.test(words[at - 1] ?? '')) continue
    if (signOffLine(words.slice(at).join(' ')) !== 'sure') continue
    return { before: words.slice(0, at).join(' ').trimEnd(), text: words.slice(at).join(' ').trim() }
  }
  return null
}

/** Whether a line is a sign-off, with or without a name behind it. */
function signOffLine(line: string): 'sure' | 'with a name' | null {
  const words = line.replace(/,(?=\p{L})/gu, ', ').split(/\s+/)
  for (let length = Math.min(MOST_PHRASE_WORDS, words.length); length > 0; length--) {
    const phrase = words.slice(0, length)
    const found = phraseOf(phrase.map(plain).join(' '))
    if (!found || line.endsWith(':')) continue
    const name = words.slice(length)
    const last = phrase.at(-1) ?? ''
    if (name.length === 0) return found === 'with a name' && /[.!?]$/.test(last) ? null : found
    const isWithAddress = name.length <= MOST_WITH_ADDRESS && isNamed(name) && endsWithPostcode(line)
    if (isWithAddress && !/[.!?]$/.test(last)) return 'sure'
    const isName =
      name.length <= 5 && (isNamed(name) || (/,$/.test(last) && name.length <= 3)) && !isSaying(name.join(' '))
    if (!isName || /[.!?]$/.test(last)) return null
    return found === 'sure' || /,$/.test(last) ? 'sure' : null
  }
  return null
}

function phraseOf(phrase: string): 'sure' | 'with a name' | null {
  const parts = phrase.split(' and ')
  if (!parts.every((part) => SURE.has(part) || WITH_NAME.has(part))) return null
  return parts.some((part) => SURE.has(part)) ? 'sure' : 'with a name'
}

/** Where what stands under a sign-off ends: names, addresses, empty lines between them. */
function underEnd(lines: string[], from: number): number {
  let to = from
  let under = 0
  for (let at = from; at < lines.length && under < MOST_UNDER; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    if (!isUnder(line)) break
    under++
    to = at + 1
  }
  return to
}

function isUnder(line: string): boolean {
  if (/^(?:p\.? ?p?\.? ?s\b|n\.? ?b\b|postscript|enc)/i.test(line)) return false
  if (/^(?:sent from my|get outlook for)\b.{0,40}$/i.test(line)) return true
  if (isConstituent(line)) return true
  return /^x+$/i.test(line) || isNameOrPlace(line)
}

/** "A constituent", "Your constituent in Leeds". */
function isConstituent(line: string): boolean {
  const words = line.toLowerCase().split(/\s+/).map(plain)
  if (words.length > 8 || /[.!?]$/.test(line) || !['a', 'your', 'one', 'constituent'].includes(words[0] ?? ''))
    return false
  return words.slice(0, 5).some((word) => word === 'constituent' || word === 'constituents')
}

/** "With thanks and best wishes," and "Yours sincerely," under it are one sign-off. */
function firstOf(lines: string[], at: number): number {
  let first = at
  for (let above = at - 1; above >= 0 && at - above < 4; above--) {
    const line = lines[above] ?? ''
    if (line === '') continue
    if (signOffLine(line) !== 'sure') break
    first = above
  }
  return first
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/'/g, '’')
    .replace(/[^\p{L}’]/gu, '')
}

function single(phrase: string): string {
  return phrase.replace(/\s+/g, ' ').trim()
}
