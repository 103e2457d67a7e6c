// State: one copy in a process.
import { countedWords } from './draw'
import { formWords, type KitWording, type LetterKit } from './letter-kit'
import type { Plan } from './plan'

const known = new WeakMap<KitWording, bigint>()

/** The numbers of words that letters of a plan can have, each as a bit. */
export function lengthsWithin(kit: LetterKit, { slots, words }: Plan): bigint {
  const all = slots
    .map((wordings) => wordings.reduce((any, wording) => any | lengthsOf(kit, wording), 0n))
    .reduce(sums, 1n)
  return words < 0 ? all >> BigInt(-words) : all << BigInt(words)
}

function lengthsOf(kit: LetterKit, wording: KitWording): bigint {
  const kept = known.get(wording)
  if (kept !== undefined) return kept
  const lengths = wording.sentences
    .map((sentence) => {
      let own = 0n
      for (let form = 0; form < sentence.forms; form++) {
        own |= 1n << BigInt(countedWords({ sentence, words: formWords(kit, sentence, form) }))
      }
      return own
    })
    .reduce(sums, 1n)
  known.set(wording, lengths)
  return lengths
}

/** Every sum of a number of the one and a number of the other. */
function sums(one: bigint, other: bigint): bigint {
  let all = 0n
  for (let left = other, at = 0n; left > 0n; left >>= 1n, at++) if (left & 1n) all |= one << at
  return all
}
