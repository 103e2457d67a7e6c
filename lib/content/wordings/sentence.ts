import { FORMS_MOST, readParts } from './alternatives'

/** A sentence of a wording. A *form* is one choice of its alternatives, a number from 0 to `forms` - 1; `FORMS_MOST` + 1 are too many to be counted. */
export type Sentence = {
  parts: (string | string[])[]
  forms: number
  /** Whether it may change places with the sentence before it. */
  moves: boolean
  /** As staff wrote it: what the same sentence is known by after an edit. */
  source: string
}

const ENDS = /[.?!]["”’)]*$/
/** In fixed text: behind a sentence's end, before whatever comes next. */
const BETWEEN = /(?<=[.?!]["”’)]{0,3})\s+/

/**
 * Reads a wording into its sentences. `{a|b}` are alternatives (alternatives.ts); a whole sentence as one,
 * `{Like this.|}`, may be left out; one that begins with `~` may change places with the sentence before it.
 * Braces that do not fit stay as they are: the schema refuses them.
 */
export function readSentences(wording: string): Sentence[] {
  const sentences: Sentence[] = []
  let parts: (string | string[])[] = []
  let source = ''
  const end = () => {
    if (source.trim() !== '') sentences.push(sentenceOf(parts, source.trim()))
    parts = []
    source = ''
  }
  for (const { said, written } of readParts(wording)) {
    if (typeof said === 'string') {
      for (const [at, text] of said.split(BETWEEN).entries()) {
        if (at > 0 || (text === '' && source === '')) end()
        if (text !== '') parts.push(text)
        source += text
      }
      continue
    }
    parts.push(said)
    source += written
    if (said.every((text) => text === '' || ENDS.test(text.trimEnd()))) end()
  }
  end()
  return sentences
}

/** What a sentence says in one form, its placeholders as they stand; empty where that form leaves it out. */
export function say({ parts }: Sentence, form: number): string {
  let left = form
  return parts
    .map((part) => {
      if (typeof part === 'string') return part
      const chosen = part[left % part.length] ?? ''
      left = Math.floor(left / part.length)
      return chosen
    })
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:?!])/g, '')
    .trim()
}

/** Every form of a sentence, as it is said. */
export function allForms(sentence: Sentence): string[] {
  return Array.from({ length: Math.min(sentence.forms, FORMS_MOST) }, (_, form) => say(sentence, form))
}

function sentenceOf(written: (string | string[])[], source: string): Sentence {
  const moves = source.startsWith('~')
  const parts = moves
    ? written.map((part, at) => (at === 0 && typeof part === 'string' ? part.replace(/^\s*~\s*/, '') : part))
    : written
  const forms = parts.reduce((product, part) => product * (typeof part === 'string' ? 1 : part.length), 1)
  return { parts, forms: Math.min(forms, FORMS_MOST + 1), moves, source }
}
