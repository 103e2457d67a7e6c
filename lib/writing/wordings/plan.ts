import type { GivenBefore } from './given-before'
import type { KitVoice, KitWording, LetterKit } from './letter-kit'
import type { Manner } from './manner'
import { SKELETONS } from './skeletons'

/**
 * What a letter has to be: which asks were ticked (none: those that the MP has had least), whether own words open it;
 * and what it is best like: how its writer writes, as far as one can tell.
 */
export type Wish = { asks: string[]; opens: boolean; manner?: Manner | null }

/** What is settled of a letter before its sentences are: one voice's wordings for each of its slots, in the order in which they are said, of which it takes one each. */
export type Plan = {
  slots: KitWording[][]
  /** Words beside those of its sentences. */
  words: number
}

/** A letter argues so many asks at most. */
export const ARGUED_MOST = 2
/** How much chance weighs beside one use more. */
const CHANCE = 1.5
/** How often a letter argues a second ask where its writer has picked none, or more than it can argue. */
const SECOND = 0.5
/** How much more often a voice is given to those who write as it does. */
const ALIKE = 4

/** Where the parts of the next letter stand: the ways that were used least, with chance between equals. */
export function nextSkeleton({ skeletons }: GivenBefore, random: () => number): number {
  return leastFirst([...SKELETONS.keys()], (at) => skeletons[at] ?? 0, random)[0] ?? 0
}

/** Every plan of a letter that may be given, first what the seat's letters have had least: of the voices, and of the asks. */
export function plansFor(kit: LetterKit, before: GivenBefore, wish: Wish, random: () => number): Plan[] {
  const ticked = kit.asks.filter((id) => wish.asks.includes(id))
  const sets = argued(kit, before, ticked, random)
  const opened = wish.opens ? 'following' : 'opening'
  const following = kit.voices.filter(({ slots }) => slots.following.length > 0)
  const voices = wish.opens && following.length > 0 ? following : kit.voices
  const ordinary = voices.reduce((sum, { room }) => sum + room[opened], 0) / voices.length
  const uses = (voice: KitVoice) =>
    (voiceUses(voice, before) * ordinary) / voice.room[opened] / (wish.manner === voice.manner ? ALIKE : 1)
  return leastFirst(voices, uses, random).flatMap((voice) =>
    sets.map((set) => planOf(kit, voice, ticked, set, wish.opens)),
  )
}

/** The asks that may be argued together: those that were picked, if they are few; else one or two of them, or of all. */
function argued(kit: LetterKit, before: GivenBefore, ticked: string[], random: () => number): string[][] {
  if (ticked.length === 1 || ticked.length === ARGUED_MOST) return [ticked]
  const asks = leastFirst(
    ticked.length > 0 ? ticked : kit.asks,
    (id) => before.argued[kit.asks.indexOf(id)] ?? 0,
    random,
  )
  const ones = asks.map((id) => [id])
  const twos = asks.flatMap((one, at) => asks.slice(at + 1).map((other) => [one, other]))
  return random() < SECOND ? [...twos, ...ones] : [...ones, ...twos]
}

function planOf(kit: LetterKit, { slots, asks }: KitVoice, ticked: string[], set: string[], opens: boolean): Plan {
  const taken = [
    slots.subject,
    opens && slots.following.length > 0 ? slots.following : slots.opening,
    ...set.map((ask) => asks.get(ask) ?? []),
  ]
  const others = ticked.flatMap((id) => (set.includes(id) ? [] : (kit.namings.get(id) ?? [])))
  const named = slots.mention.length > 0 ? others : []
  if (named.length > 0) taken.push(slots.mention, ...named.map((naming) => [naming]))
  taken.push(slots.request, slots.close)
  // “{others}” counted as a word; several stand there as “…, to … and to …”.
  const words = named.length > 1 ? named.length - 1 : -named.length
  return { slots: taken.filter((wordings) => wordings.length > 0), words }
}

function voiceUses({ slots }: KitVoice, { sentenceUses }: GivenBefore): number {
  const openings = [...slots.opening, ...slots.following]
  return openings.reduce((sum, { sentences: [first] }) => sum + (sentenceUses[first?.at ?? -1] ?? 0), 0)
}

function leastFirst<T>(all: readonly T[], uses: (one: T) => number, random: () => number): T[] {
  return all
    .map((one) => ({ one, cost: uses(one) + random() * CHANCE }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ one }) => one)
}
