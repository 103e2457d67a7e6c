/** A paragraph with its capital and its full stop; `capital` and `stop` say which of them it lacked. */
export type Marked = { text: string; capital: boolean; stop: boolean }

const NOT_LATIN = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u
const LIST_ITEM = /^\s*(?:[-–—*•·▪>]|\(?(?:\d{1,3}|[a-z])[.)]\s)/iu
/** An address on the net, a handle or a topic: a mark at its end would be a part of it. */
const ADDRESS = /[@#/\\_]|\p{L}\.\p{L}|\.\d/u
const ASKING = new Set(
  [
    'why',
    'how',
    'who',
    'whose',
    'is',
    'are',
    'do',
    'does',
    'did',
    'can',
    'could',
    'will',
    'would',
    'should',
    'shall',
  ].concat(['isn’t', 'aren’t', 'don’t', 'doesn’t', 'didn’t', 'can’t', 'couldn’t', 'won’t', 'wouldn’t', 'shouldn’t']),
)

/**
 * A paragraph as it would begin with a capital and end with a full stop; `null` where it does, and where they do not
 * fit: in other alphabets, lists and lines of verse, before names like eBay, after quotations, signs and addresses on the
 * net, after what may be a question, and after the name that somebody signs with.
 */
export function capitalAndFullStop(paragraph: string): Marked | null {
  const text = paragraph.trim()
  if (text.includes('\n') || NOT_LATIN.test(text) || LIST_ITEM.test(text)) return null
  const words = text.split(/\s+/)
  const capital = lacksCapital(words[0] ?? '')
  const stop = lacksStop(words)
  if (!capital && !stop) return null
  return { text: `${capital ? text.charAt(0).toUpperCase() + text.slice(1) : text}${stop ? '.' : ''}`, capital, stop }
}

/** Whether a first word is one of small letters alone: "eBay", "3rd" and "www.example.org" are written as they are. */
function lacksCapital(word: string): boolean {
  return /^\p{Ll}[\p{Ll}\p{M}'’-]*[,;:.!?…]*$/u.test(word) && word.charAt(0).toUpperCase().length === 1
}

function lacksStop(words: string[]): boolean {
  const last = words.at(-1) ?? ''
  if (!/[\p{L}\p{N}%]\p{M}*$/u.test(last) || ADDRESS.test(last) || /^x+$/i.test(last)) return false
  const before = words.findLastIndex((word, at) => at < words.length - 1 && /[.!?…]["”’)]?$/.test(word))
  const first = (words[before + 1] ?? '').toLowerCase().replace(/'/g, '’')
  return !ASKING.has(first)
}
