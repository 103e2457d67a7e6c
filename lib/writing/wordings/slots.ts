import type { CampaignContent } from '@/lib/content/content'
import { ordersOf, type Wording } from './choose-wording'
import type { Slot } from './least-alike'

/** A slot of a letter with what can stand in it; `key` names it in every version of the campaign. */
export type LetterSlot = Slot & { key: string; texts: string[] }

/** A paragraph's end and the next one's beginning are shared by letters that have both in the same order. */
const BORDER = 31
/** Stands for an ask that the letter leaves out. */
const LEFT_OUT = '-'

/** The slots of a letter, in a fixed order: subject, opening, asks, request, close, and the order of the asks. */
export function slotsOf({ letter, asks }: CampaignContent): LetterSlot[] {
  const orders = ordersOf(asks.map(({ id }) => id)).map((order) => order.join(' '))
  return [
    slot('subject', letter.subjects),
    slot('opening', letter.openings),
    ...asks.map(({ id, wordings }) => slot(`ask ${id}`, wordings)),
    slot('request', letter.requests),
    slot('close', letter.closes),
    { ...slot('order', orders), weight: BORDER },
  ]
}

/** A wording as a number for each slot; an ask that is not among `asks` is -1. */
export function choiceOf(content: CampaignContent, wording: Wording, asks?: string[]): number[] {
  const order = ordersOf(content.asks.map(({ id }) => id)).findIndex((one) => one.join() === wording.order.join())
  return [
    wording.subject,
    wording.opening,
    ...content.asks.map(({ id }) => (asks && !asks.includes(id) ? -1 : (wording.asks[id] ?? 0))),
    wording.request,
    wording.close,
    order,
  ]
}

/** What {@link choiceOf} gave, as a wording again. */
export function wordingOf({ asks }: CampaignContent, choice: number[]): Wording {
  const [subject = 0, opening = 0, ...rest] = choice
  const [request = 0, close = 0, order = 0] = rest.slice(asks.length)
  const ids = asks.map(({ id }) => id)
  return {
    subject,
    opening,
    request,
    close,
    asks: Object.fromEntries(ids.map((id, at) => [id, rest[at] ?? 0])),
    order: ordersOf(ids)[order] ?? ids,
  }
}

/** A choice as one sign for each slot: what is kept of every combination that was given. */
export function printChoice(choice: number[]): string {
  return choice.map((place) => (place < 0 ? LEFT_OUT : place.toString(36))).join('')
}

/**
 * Reads choices that stand one after the other, printed from the slots of `from`: for each slot of `to` a
 * column of numbers. After an edit, a wording that is still there keeps counting, and one that is gone is -1.
 */
export function readChoices(printed: string, from: LetterSlot[], to: LetterSlot[]): Int8Array[] {
  const count = Math.floor(printed.length / from.length)
  return to.map((slot) => {
    const at = from.findIndex(({ key }) => key === slot.key)
    const places = new Int8Array(128).fill(-1)
    for (const [place, text] of (from[at]?.texts ?? []).entries()) {
      places[place.toString(36).charCodeAt(0)] = slot.texts.indexOf(text)
    }
    const column = new Int8Array(count).fill(-1)
    if (at >= 0) for (let i = 0; i < count; i++) column[i] = places[printed.charCodeAt(i * from.length + at)] ?? -1
    return column
  })
}

function slot(key: string, texts: string[]): LetterSlot {
  const characters = texts.reduce((sum, text) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0)
  return { key, texts, possibilities: texts.length, weight: characters / Math.max(1, texts.length) }
}
