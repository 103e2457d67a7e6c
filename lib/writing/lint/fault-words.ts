import type { WordingFault } from './wording-faults'

const MENDS: Record<WordingFault['kind'], string> = {
  claim: 'only its writer can say that of themselves. Leave it to their own words, or say what your source says',
  article: 'look at “a” and “an”',
  agreement: 'these words do not go together',
  doubled: 'a word stands there twice',
  again: 'the sentence says it twice',
  connective: 'one word that connects is enough',
  list: 'the items of this list are not of one kind',
  marks: 'look at the marks',
  whole: 'a sentence begins with a capital and ends with a mark',
  long: 'a long sentence. Two are read more easily',
  dangling: 'it begins the wording, and nothing says yet what is meant. Name it',
  beginning: 'two sentences of the wording begin so',
}
/** Longer ones are cut: the wording stands beside. */
const QUOTED = 90

/** A fault of a wording in words: which words, in how many of the ways of saying the sentence, and what to do. */
export function faultWords(name: string, { kind, words, forms, of, said }: WordingFault): string {
  const quote = words.length > QUOTED ? `${words.slice(0, QUOTED).trimEnd()} …` : words
  const where = forms < of ? ` (in ${forms} of ${of} ways of saying the sentence, as “${said}”)` : ''
  return `${name}: “${quote}”${where}: ${MENDS[kind]}.`
}
