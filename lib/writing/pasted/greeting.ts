import { isNamed, isSaying } from './address-lines'

/** What a line begins with: the greeting as it stands, and what follows it on the line. */
type Greeting = { text: string; rest: string }

const MOST_WORDS = 12
const OPENERS = new Set(['dear', 'dearest', 'annwyl', 'respected', 'fao', 'hello', 'hi', 'hiya', 'hey', 'greetings'])
/** Openers that greet nobody by themselves. */
const WITH_NAME = new Set(['dear', 'dearest', 'annwyl', 'respected', 'fao'])
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'professor',
  'sir',
  'madam',
  'dame',
  'lord',
  'lady',
  'mp',
])
/** Words in small letters that a greeting can hold besides names. */
const BESIDE = new Set([
  ...TITLES,
  ...['or', 'and', 'the', 'of', 'for', 'my', 'there', 'again', 'all', 'everyone', 'member', 'parliament', 'minister'],
  ...['syr', 'neu', 'fadam', 'aelod', 'seneddol'],
  ...['right', 'honourable', 'hon', 'rt', 'representative', 'colleagues', 'friends', 'team', 'both'],
])
/** "Dear God", "Dear me", "Dear oh dear" greet nobody. */
const NOBODY = new Set(['god', 'me', 'oh', 'dear', 'heaven', 'heavens', 'life', 'lord'])

/**
 * The greeting that a line is or begins with, such as "Dear Ms Blake,"; `null` for none. A sentence on the same line is
 * its rest, and belongs to the letter.
 */
export function greetingIn(line: string): Greeting | null {
  if (/^to (?:whom(?:so ?ever)? it may concern|my (?:mp|member of parliament))[,.:!-]?$/i.test(line))
    return { text: line, rest: '' }
  const words = line.split(/\s+/, MOST_WORDS)
  const opener = openerOf(words)
  if (opener === 0) return isTitleAlone(words) && line.endsWith(',') ? { text: line, rest: '' } : null
  return line.split(/\s+/).length <= MOST_WORDS && isWhole(words, opener)
    ? { text: line, rest: '' }
    : inlineIn(line, words, opener)
}

/** How many words greet before any name: "Dear", "Good morning". */
function openerOf([first = '', second = '']: string[]): number {
  if (OPENERS.has(plain(first))) return 1
  return plain(first) === 'good' && ['morning', 'afternoon', 'evening', 'day'].includes(plain(second)) ? 2 : 0
}

function isWhole(words: string[], opener: number): boolean {
  const named = words.slice(opener)
  const last = words.at(-1) ?? ''
  if (named.some((word) => word.includes('?')) || named.some((word) => NOBODY.has(plain(word)) && !isTitled(named)))
    return false
  if (named.length === 0) return !WITH_NAME.has(plain(words[0] ?? ''))
  if (isGreeted(named)) return true
  if (isGreetedInSmall(words, named)) return true
  // Who types no capitals ends a greeting with a mark all the same.
  return (
    named.length <= 4 &&
    /[,:!]$/.test(last) &&
    !isSaying(named.join(' ')) &&
    named.slice(0, -1).every((word) => !/[,:!.]$/.test(word) || TITLES.has(plain(word)))
  )
}

/** A greeting with the letter going on behind its mark: sure of a title or of "Hello," alone, else where a capital follows. */
function inlineIn(line: string, words: string[], opener: number): Greeting | null {
  const end = words.findIndex((word, at) => at >= opener - 1 && /[,:!]$|^[-–—]$/.test(word))
  if (end < 0 || end > opener + 5) return null
  const named = words.slice(opener, end + 1)
  if (named.some((word) => NOBODY.has(plain(word)))) return null
  const isSure = named.length === 0 ? !WITH_NAME.has(plain(words[0] ?? '')) : isTitled(named) || isPerson(words, named)
  const next = words[end + 1] ?? ''
  if (!isGreeted(named) || (!isSure && !/^["“‘']?\p{Lu}/u.test(next))) return null
  const text = words.slice(0, end + 1)
  let at = 0
  for (const word of text) at = line.indexOf(word, at) + word.length
  return { text: line.slice(0, at), rest: line.slice(at).trim() }
}

function isGreeted(words: string[]): boolean {
  return words.every((word) => isNamed([word]) || BESIDE.has(plain(word)))
}

/** "hi katie", "dear ms blake": without any mark, where the words can hardly be anything else. */
function isGreetedInSmall(words: string[], named: string[]): boolean {
  if (isSaying(named.join(' ')) || named.some((word) => /[^\p{L}'’-]/u.test(word))) return false
  return WITH_NAME.has(plain(words[0] ?? '')) ? isTitled(named) && named.length <= 3 : named.length <= 2
}

/** "Madam,", "Ms Blake,": a line of its own, told from the beginning of a sentence by the mark at its end. */
function isTitleAlone(words: string[]): boolean {
  const [first = ''] = words
  return words.length <= 4 && /^\p{Lu}/u.test(first) && isTitled([first]) && isGreeted(words)
}

/** "Dear Rachel," and "Hi Rachel Blake,": nothing else goes on after a comma in the same breath. */
function isPerson([opener = '']: string[], named: string[]): boolean {
  const names = named.filter((word) => /\p{L}/u.test(word)).length
  return ['dear', 'hi', 'hello', 'hey'].includes(plain(opener)) && names > 0 && names <= 2 && isNamed(named)
}

function isTitled(words: string[]): boolean {
  return (
    words.some((word) => TITLES.has(plain(word)) && plain(word) !== 'lord') ||
    (words.length > 1 && plain(words[0] ?? '') === 'lord')
  )
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}]/gu, '')
}
