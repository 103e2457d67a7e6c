import { wordCount } from '@/lib/kernel/text'
import { wrongAgreement } from './agreement'
import { wrongArticles } from './articles'
import { claimsIn } from './claims'
import { doubledConnectives } from './connectives'
import { doubledWords } from './doubled-words'
import { unevenLists } from './lists'
import { isWhole, strayMarks, wrongEnd } from './marks'
import { wordsAgain } from './words-again'

/** What can be wrong with a way of saying a sentence. */
export type Kind =
  | 'claim'
  | 'article'
  | 'agreement'
  | 'doubled'
  | 'again'
  | 'connective'
  | 'list'
  | 'marks'
  | 'whole'
  | 'long'
/** `words` are those that are meant, as they stand. */
export type FormFault = { kind: Kind; words: string }

/** Nobody says so much in one breath. */
const LONGEST_SENTENCE = 50

/** What is wrong with one way of saying a sentence, or half a sentence (`isPart`: a subject, or an ask in half a sentence). */
export function formFaults(text: string, isPart: boolean): FormFault[] {
  const of = (kind: Kind, found: string[]) => found.map((words) => ({ kind, words }))
  return [
    ...of('claim', claimsIn(text)),
    ...of('article', wrongArticles(text)),
    ...of('agreement', wrongAgreement(text)),
    ...of('doubled', doubledWords(text)),
    ...of('again', wordsAgain(text)),
    ...of('connective', doubledConnectives(text)),
    ...of('list', unevenLists(text)),
    ...of('marks', strayMarks(text)),
    ...of('marks', isPart ? [] : wrongEnd(text)),
    ...of('whole', isPart || isWhole(text) ? [] : [text]),
    ...of('long', wordCount(text) > LONGEST_SENTENCE ? [text] : []),
  ]
}
