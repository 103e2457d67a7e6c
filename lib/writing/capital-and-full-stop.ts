import { isAsking } from './asking'

/** A paragraph with its capital and the mark at its end; `capital`, `stop` and `question` say which of them it lacked. */
export type Marked = { text: string; capital: boolean; stop: boolean; question: boolean }

const NOT_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const LIST_ITEM = /^\s*(?:[-–—*•·▪>]|\(?(?:\d{1,3}|[a-z])[.)]\s)/iu
/** An address on the net, a handle or a topic: a mark at its end would be a part of it. */
const ADDRESS = /[@#/\\_]|\p{L}\.\p{L}|\.\d/u
/** Put at the end of what was said to somebody; its sentence ends before it. */
const KISS = /\sx+$/

/**
 * A paragraph as it would begin with a capital and end with a full stop, or a question with its mark; `null` where it
 * does, and where they do not fit: in other alphabets, lists and lines of verse, before names like eBay, after
 * quotations, signs and addresses on the net, after what may be a question, and after the name that somebody signs with.
 */
export function capitalAndFullStop(paragraph: string): Marked | null {
  const text = paragraph.trim()
  if (NOT_LATIN.test(text) || !isProse(text.split('\n'))) return null
  const said = text.replace(KISS, '').trimEnd()
  const words = said.split(/\s+/)
  const capital = lacksCapital(words[0] ?? '')
  const end = lacksEnd(words)
  if (!capital && end === '') return null
  const begun = capital ? said.charAt(0).toUpperCase() + said.slice(1) : said
  return {
    text: `${begun}${end}${text.slice(said.length)}`,
    capital,
    stop: end === '.',
    question: end === '?',
  }
}

/** Whether lines are sentences that somebody put below each other: neither items of a list nor verse. */
function isProse(lines: string[]): boolean {
  return (
    !lines.some((line) => LIST_ITEM.test(line)) && lines.slice(0, -1).every((line) => /[.!?…]["”’)]?\s*$/.test(line))
  )
}

/** Whether a first word is one of small letters alone: "eBay", "3rd" and "www.example.org" are written as they are. */
function lacksCapital(word: string): boolean {
  if (/^x+$/.test(word)) return false
  return /^\p{Ll}[\p{Ll}\p{M}'’-]*[,;:.!?…]*$/u.test(word) && word.charAt(0).toUpperCase().length === 1
}

/** The mark that the last sentence lacks; empty where it lacks none, or none can be told. */
function lacksEnd(words: string[]): '' | '.' | '?' {
  const last = words.at(-1) ?? ''
  if (!/[\p{L}\p{N}%]\p{M}*$/u.test(last) || ADDRESS.test(last) || /^x+$/i.test(last)) return ''
  const before = words.findLastIndex((word, at) => at < words.length - 1 && /[.!?…]["”’)]?$/.test(word))
  const asking = isAsking(words.slice(before + 1))
  if (asking === 'perhaps') return ''
  return asking === 'yes' ? '?' : '.'
}
