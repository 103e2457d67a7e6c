import type { CampaignContent } from '@/lib/content/content'
import { type KitSentence, letterKit } from './letter-kit'
import { SKELETONS } from './skeletons'

/** A sentence of a letter, in the form in which it is said; both are numbers of the campaign's kit. */
export type Said = { sentence: number; form: number }
/** All that staff wrote of a letter: where its slots stand, and each sentence in its order within its slot. */
export type Wording = { skeleton: number; said: Said[] }

/** Begins what is printed; what was kept before letters were chosen sentence by sentence begins otherwise. */
const START = '~'
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE = DIGITS.length
/** Signs of a sentence: two for its number, two for its form. */
export const SIGNS = 4
const PRINTED = /^~[\w-](?:[\w-]{4}){4,60}$/

/** A wording as one word of letters, digits, `-` and `_` after a `~`: for a hidden field, and to be kept. */
export function printWording({ skeleton, said }: Wording): string {
  return (
    START + (DIGITS[skeleton] ?? 'A') + said.map(({ sentence, form }) => twoSigns(sentence) + twoSigns(form)).join('')
  )
}

/**
 * Reads what {@link printWording} gave. Never throws: `null` where it is none of `content`'s, as after the campaign
 * was edited or the field meddled with.
 */
export function parseWording(content: CampaignContent, printed: string): Wording | null {
  if (!PRINTED.test(printed)) return null
  const { sentences } = letterKit(content)
  const signs = signsOf(printed)
  const skeleton = signs[1] ?? 0
  const said: Said[] = []
  for (let at = 2; at < signs.length; at += SIGNS) {
    said.push({ sentence: twoOf(signs, at), form: twoOf(signs, at + 2) })
  }
  const known = said.every(({ sentence, form }) => form < (sentences[sentence]?.forms ?? 0))
  const once = new Set(said.map(({ sentence }) => sentence)).size === said.length
  const slots = new Set(said.map(({ sentence }) => sentences[sentence]?.slot))
  const whole = (['subject', 'ask', 'request', 'close'] as const).every((slot) => slots.has(slot))
  const opened = slots.has('opening') !== slots.has('following')
  return skeleton < SKELETONS.length && known && once && whole && opened ? { skeleton, said } : null
}

/** What stands for the `~` that begins a printed wording. */
export const START_SIGN = 255

/** The signs of printed wordings as numbers: 0 to 63, and `START_SIGN`. */
export function signsOf(printed: string): Uint8Array {
  const signs = Buffer.from(printed, 'latin1')
  for (let at = 0; at < signs.length; at++) signs[at] = VALUES[signs[at] ?? 0] ?? 0
  return signs
}

/** The number that the two signs at a place stand for. */
export function twoOf(signs: Uint8Array, at: number): number {
  return (signs[at] ?? 0) * BASE + (signs[at + 1] ?? 0)
}

/** The asks that a letter argues and those that it names, in the order in which they stand. */
export function asksOf(content: CampaignContent, wording: Wording): { argued: string[]; named: string[] } {
  const { sentences } = letterKit(content)
  const of = (slot: KitSentence['slot']) => [
    ...new Set(
      wording.said
        .map(({ sentence }) => sentences[sentence])
        .filter((one) => one?.slot === slot)
        .map((one) => one?.ask ?? ''),
    ),
  ]
  return { argued: of('ask'), named: of('naming') }
}

/** Whether it is what somebody may be given who has ticked these asks, with or without own words before the opening. */
export function suits(
  content: CampaignContent,
  wording: Wording,
  { asks, opens }: { asks: string[]; opens: boolean },
): boolean {
  const { sentences } = letterKit(content)
  const { argued, named } = asksOf(content, wording)
  const inIt = [...argued, ...named]
  const follows = wording.said.some(({ sentence }) => sentences[sentence]?.slot === 'following')
  const canFollow = letterKit(content).voices.some(({ slots }) => slots.following.length > 0)
  const wanted = asks.filter((id) => content.asks.some((ask) => ask.id === id))
  const sameAsks =
    wanted.length === 0
      ? named.length === 0
      : inIt.every((id) => wanted.includes(id)) && inIt.length >= (wanted.length === 2 ? 2 : 1)
  return sameAsks && follows === (opens && canFollow)
}

const VALUES = Uint8Array.from({ length: 256 }, (_, code) =>
  String.fromCharCode(code) === START ? START_SIGN : Math.max(0, DIGITS.indexOf(String.fromCharCode(code))),
)

function twoSigns(number: number): string {
  return `${DIGITS[Math.floor(number / BASE) % BASE]}${DIGITS[number % BASE]}`
}
