/** How a text is written: as one talks, or as one writes to an office. */
export type Manner = 'everyday' | 'careful'

const CONTRACTED = /\p{L}['’](?:m|re|ve|ll|d|t)\b|\b(?:that|there|it|he|she|who|what)['’]s\b/iu
/** What is typed as it comes: contractions without their mark, a small "i", several marks in a row. */
const AS_IT_COMES =
  /\b(?:dont|cant|wont|didnt|doesnt|isnt|wasnt|couldnt|wouldnt|havent|im|ive|thats|theres)\b|[!?]{2}/iu
const SMALL = /(?:^|\s)i(?=\s)|^\s*\p{Ll}/u
const NO_END = /[\p{L}\p{N}]\s*$/u
const WORDS_LEAST = 12

/** How somebody's own words are written; `null` where they are too few to tell. */
export function mannerOf(words: string): Manner | null {
  if (words.trim() === '') return null
  if ([CONTRACTED, AS_IT_COMES, SMALL, NO_END].some((sign) => sign.test(words))) return 'everyday'
  return words.split(/\s+/).length >= WORDS_LEAST ? 'careful' : null
}

/** How a voice is written, by its sentences: as one talks where it contracts. */
export function mannerOfVoice(sentences: string[]): Manner {
  return sentences.some((sentence) => CONTRACTED.test(sentence)) ? 'everyday' : 'careful'
}
