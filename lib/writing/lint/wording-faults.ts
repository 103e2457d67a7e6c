// State: one copy in a process.
import { LRUCache } from 'lru-cache'
import { FORMS_MOST } from '@/lib/content/wordings/alternatives'
import { readSentences, type Sentence, say } from '@/lib/content/wordings/sentence'
import type { Slot } from '@/lib/writing/wordings/letter-kit'
import { danglingStart } from './forms/dangling'
import { formFaults, type Kind } from './forms/form-faults'
import { beginningOf } from './repeats'

/** What is wrong with a wording: in so many of the ways in which one of its sentences can be said; `said` is the first of them. */
export type WordingFault = {
  kind: Kind | 'dangling' | 'beginning'
  words: string
  forms: number
  of: number
  said: string
}

/** Between two steps. */
const FORMS_A_STEP = 25
/** Wordings whose faults are cached: an editor changes one at a time. */
const CACHED_MOST = 1000

const cached = new LRUCache<string, WordingFault[]>({ max: CACHED_MOST })

/** Looks over every way of saying every sentence of a wording, at most `FORMS_MOST` of each; what was looked over before is not again. */
export function* wordingFaults(wording: string, slot: Slot): Generator<void, WordingFault[]> {
  const key = `${slot} ${wording}`
  const before = cached.get(key)
  if (before) return before
  const sentences = readSentences(wording)
  const isPart = slot === 'subject' || slot === 'naming'
  const faults: WordingFault[] = []
  for (const sentence of sentences) faults.push(...(yield* faultsOf(sentence, isPart)))
  faults.push(...pointsBack(sentences, slot), ...beginsTwice(sentences))
  cached.set(key, faults)
  return faults
}

/** The faults of a sentence's forms, each told once. */
function* faultsOf(sentence: Sentence, isPart: boolean): Generator<void, WordingFault[]> {
  const found = new Map<string, WordingFault>()
  const of = Math.min(sentence.forms, FORMS_MOST)
  for (let form = 0; form < of; form++) {
    if (form % FORMS_A_STEP === FORMS_A_STEP - 1) yield
    const said = say(sentence, form)
    if (said === '') continue
    for (const { kind, words } of formFaults(said, isPart)) {
      // A sentence that is too long, or none, is so in other words each time.
      const key = kind === 'long' || kind === 'whole' ? kind : `${kind} ${words.toLowerCase()}`
      const known = found.get(key)
      if (known) known.forms++
      else found.set(key, { kind, words, forms: 1, of, said })
    }
  }
  return [...found.values()]
}

/** A wording that nothing of its own stands before, and that begins with "They" or "This". */
function pointsBack(sentences: readonly Sentence[], slot: Slot): WordingFault[] {
  if (slot !== 'opening' && slot !== 'ask' && slot !== 'request') return []
  for (const sentence of sentences) {
    const ways = waysToBegin(sentence)
    const dangling = ways.filter((said) => danglingStart(said) !== null)
    const [said] = dangling
    if (said !== undefined) {
      return [{ kind: 'dangling', words: danglingStart(said) ?? '', forms: dangling.length, of: ways.length, said }]
    }
    // The next one begins the wording only where this one can be left out.
    if (!ways.includes('')) return []
  }
  return []
}

/** Two sentences of one wording that can begin with the same words. */
function beginsTwice(sentences: readonly Sentence[]): WordingFault[] {
  const first = new Set<string>()
  for (const sentence of sentences) {
    const ways = waysToBegin(sentence)
    const said = ways.find((way) => first.has(beginningOf(way)))
    if (said !== undefined) return [{ kind: 'beginning', words: beginningOf(said), forms: 1, of: 1, said }]
    for (const way of ways) if (beginningOf(way) !== '') first.add(beginningOf(way))
  }
  return []
}

function waysToBegin(sentence: Sentence): string[] {
  return Array.from({ length: Math.min(sentence.forms, FORMS_MOST) }, (_, form) => say(sentence, form))
}
