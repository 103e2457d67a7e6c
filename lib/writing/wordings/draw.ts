import type { GivenBefore } from './given-before'
import { formWords, type KitSentence, type KitVoice, type KitWording, type LetterKit } from './letter-kit'
import { SKELETONS } from './skeletons'

/** What a letter has to be: which asks were ticked (none: those that the MP has had least), whether own words open it. */
export type Wish = { asks: string[]; opens: boolean }

/** A letter as drawn; `first` and `subject` are the numbers of the forms that an office sees first. */
export type Drawn = {
  skeleton: number
  said: { sentence: number; form: number; words: number }[]
  words: number
  first: number
  subject: number
}

/** A letter argues so many asks at most. */
export const ARGUED_MOST = 2
const FORMS_TRIED = 24
const ORDINARY_ROOM = 8
/** How much chance weighs beside one use more. */
const CHANCE = 1.5
/** How often a letter argues a second ask where its writer has picked none, or more than it can argue. */
const SECOND = 0.5

/** One letter, each part of what was used least, with chance between equals. */
export function draw(kit: LetterKit, before: GivenBefore, wish: Wish, random: () => number): Drawn {
  const least = <T>(all: readonly T[], uses: (one: T) => number): T | undefined => {
    let best: { one: T; cost: number } | null = null
    for (const one of all) {
      const cost = uses(one) + random() * CHANCE
      if (!best || cost < best.cost) best = { one, cost }
    }
    return best?.one
  }
  const usesOf = ({ room, sentences: [first] }: KitWording) =>
    first ? ((before.sentenceUses[first.at] ?? 0) / room) * ORDINARY_ROOM : 0
  const voice = least(kit.voices, (one) => voiceUses(one, before)) ?? kit.voices[0]
  const skeleton = least([...SKELETONS.keys()], (at) => before.skeletons[at] ?? 0) ?? 0
  const drawn: Drawn = { skeleton, said: [], words: 0, first: -1, subject: -1 }
  if (!voice) return drawn
  const take = (wording: KitWording | undefined) => {
    for (const sentence of inOrder(wording?.sentences ?? [], random)) {
      const form = rarest(sentence, before, random)
      const words = formWords(kit, sentence, form)
      drawn.said.push({ sentence: sentence.at, form, words })
      if (sentence.slot === 'subject') drawn.subject = sentence.firstForm + form
      else drawn.words += words
      if (drawn.first < 0 && words > 0 && (sentence.slot === 'opening' || sentence.slot === 'following')) {
        drawn.first = sentence.firstForm + form
      }
    }
  }
  const { slots, asks } = voice
  const ticked = kit.asks.filter((id) => wish.asks.includes(id))
  const most =
    ticked.length === 1 || ticked.length === ARGUED_MOST ? ticked.length : random() < SECOND ? ARGUED_MOST : 1
  const argued: string[] = []
  while (argued.length < most) {
    const left = (ticked.length > 0 ? ticked : kit.asks).filter((id) => !argued.includes(id))
    const ask = least(left, (id) => before.argued[kit.asks.indexOf(id)] ?? 0)
    if (ask === undefined) break
    argued.push(ask)
  }
  take(least(slots.subject, usesOf))
  const opening = wish.opens && slots.following.length > 0 ? slots.following : slots.opening
  take(least(opening, usesOf))
  for (const ask of argued) take(least(asks.get(ask) ?? [], usesOf))
  const others = ticked.filter((id) => !argued.includes(id) && kit.namings.has(id))
  if (others.length > 0 && slots.mention.length > 0) {
    take(least(slots.mention, usesOf))
    for (const id of others) take(kit.namings.get(id))
    // “{others}” counted as a word; several stand there as “…, to … and to …”.
    drawn.words += (others.length > 1 ? others.length : 0) - 1
  }
  take(least(slots.request, usesOf))
  take(least(slots.close, usesOf))
  return drawn
}

/** How often a voice was used, beside the room that its openings have. */
function voiceUses({ slots }: KitVoice, { sentenceUses }: GivenBefore): number {
  const openings = [...slots.opening, ...slots.following]
  const uses = openings.reduce((sum, { sentences: [first] }) => sum + (first ? (sentenceUses[first.at] ?? 0) : 0), 0)
  return (uses * ORDINARY_ROOM) / openings.reduce((sum, { room }) => sum + room, 1)
}

/** A wording's sentences; one that moves changes places with the one before it every other time. */
function inOrder(sentences: KitSentence[], random: () => number): KitSentence[] {
  const order: KitSentence[] = []
  for (const sentence of sentences) order.splice(sentence.moves && random() < 0.5 ? -1 : order.length, 0, sentence)
  return order
}

/** Of some forms the one that was said least often, and of those the one that was said longest ago. */
function rarest({ forms, firstForm }: KitSentence, { uses, lastUse }: GivenBefore, random: () => number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  const start = Math.floor(random() * forms)
  // Where all are looked at, none is missed; of many, some from all over.
  const step = forms <= FORMS_TRIED ? 1 : 1 + Math.floor(random() * (forms - 1))
  for (let tried = 0; tried < Math.min(forms, FORMS_TRIED); tried++) {
    const form = (start + tried * step) % forms
    const cost = (uses[firstForm + form] ?? 0) * 1e6 + (lastUse[firstForm + form] ?? 0)
    if (cost < least) {
      best = form
      least = cost
    }
  }
  return Math.max(0, best)
}
