import type { NamedSlot } from './letter-slots'

/** A sentence that stands in two wordings, with the paths of both. */
export type SharedSentence = { sentence: string; fields: [string, string] }

/** Words from which a sentence is nobody's common stock: "Thank you for reading this." is. */
const LEAST_WORDS = 5

/** Every sentence that two wordings share, case and punctuation aside, each later place named once. */
export function sharedSentences(slots: NamedSlot[]): SharedSentence[] {
  const first = new Map<string, string>()
  const shared: SharedSentence[] = []
  for (const { field, wordings } of slots) {
    for (const [at, wording] of wordings.entries()) {
      for (const sentence of wording.split(/(?<=[.?!])\s+/)) {
        const words = sentence.toLowerCase().match(/[\p{L}\p{N}{}]+/gu) ?? []
        if (words.length < LEAST_WORDS) continue
        const earlier = first.get(words.join(' '))
        if (earlier === `${field}.${at}`) continue
        if (earlier) shared.push({ sentence, fields: [earlier, `${field}.${at}`] })
        else first.set(words.join(' '), `${field}.${at}`)
      }
    }
  }
  return shared
}
