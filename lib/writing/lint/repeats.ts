import { wordCount } from '@/lib/kernel/text'
import { LONG, type Slot } from '@/lib/writing/wordings/letter-kit'
import type { SaidIn } from './letters-in-turn'

/** The sentence that an office would see most often, and the slot that it is of; `ask` for one of an ask. */
export type MostRepeated = SaidIn & { times: number }

/** Words with which two sentences of a letter may not both begin. */
const BEGINNING = 3

/** For each slot the sentence that these letters hold most often: subjects, and sentences of eight words or more. */
export function mostRepeatedOfSlots(letters: readonly { said: SaidIn[] }[]): MostRepeated[] {
  const found = new Map<string, MostRepeated>()
  for (const { said } of letters) {
    for (const { slot, ask, text } of said) {
      if (slot !== 'subject' && wordCount(text) < LONG) continue
      const key = `${slot} ${ask} ${text}`
      found.set(key, { times: (found.get(key)?.times ?? 0) + 1, text, slot, ask })
    }
  }
  const most = new Map<string, MostRepeated>()
  for (const one of found.values()) {
    const key = `${one.slot} ${one.ask}`
    if (one.times > (most.get(key)?.times ?? 0)) most.set(key, one)
  }
  return [...most.values()]
}

/** Of these, the one that comes most often and is no subject; `null` where there is none. */
export function mostRepeated(ofSlots: readonly MostRepeated[]): MostRepeated | null {
  return ofSlots
    .filter(({ slot }) => slot !== 'subject')
    .reduce<MostRepeated | null>((most, one) => (one.times > (most?.times ?? 0) ? one : most), null)
}

/** The letters in which two sentences begin with the same words, and the beginning that is most often the one. */
export function sameBeginnings(letters: readonly { said: SaidIn[] }[]): { letters: number; words: string } {
  const found = new Map<string, number>()
  let many = 0
  for (const { said } of letters) {
    const beginnings = said.filter(({ slot }) => isSentence(slot)).map(({ text }) => beginningOf(text))
    const again = beginnings.find((one, at) => one !== '' && beginnings.indexOf(one) < at)
    if (again === undefined) continue
    many++
    found.set(again, (found.get(again) ?? 0) + 1)
  }
  const [[words] = ['']] = [...found].sort(([, one], [, other]) => other - one)
  return { letters: many, words }
}

/** The words that a sentence begins with, small; empty where it has no more than those. */
export function beginningOf(text: string): string {
  const words = text.toLowerCase().split(' ')
  return words.length > BEGINNING ? words.slice(0, BEGINNING).join(' ') : ''
}

function isSentence(slot: Slot): boolean {
  return slot !== 'subject' && slot !== 'naming'
}
