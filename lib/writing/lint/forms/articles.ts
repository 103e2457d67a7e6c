// State: one copy in a process.
import { LRUCache } from 'lru-cache'
import { retext } from 'retext'
import retextIndefiniteArticle from 'retext-indefinite-article'

/** "a" or "an" with the word after it, quotation marks and brackets aside. */
const PAIRS = /(?<![\p{L}\p{N}’'-])(an?) ["“‘(]?([\p{L}\p{N}][\p{L}\p{N}’'-]*)/giu
/** Spelt out when read, by a letter that begins with a vowel; the library knows a few of them. */
const SPELT = /^(?:EU|FCDO|FCO|HMRC|LSE|MEPs?|MPs?|MSPs?|NHS|SNP)(?:[’'-]|$)/
const KNOWN_MOST = 5000

const known = new LRUCache<string, boolean>({ max: KNOWN_MOST })
const processor = retext().use(retextIndefiniteArticle)

/** Every "a" that should be "an", or the other way round, with the word after it: "a appeal". */
export function wrongArticles(text: string): string[] {
  return [...text.matchAll(PAIRS)].map(([, article, word]) => `${article} ${word}`).filter(isWrong)
}

/** Whether the library finds fault with the pair; alternatives bring the same ones again and again. */
function isWrong(pair: string): boolean {
  const [article = '', word = ''] = pair.split(' ')
  if (SPELT.test(word)) return article.toLowerCase() === 'a'
  const before = known.get(pair)
  if (before !== undefined) return before
  const wrong = processor.processSync(`${pair} of it`).messages.length > 0
  known.set(pair, wrong)
  return wrong
}
