import type { CampaignContent } from '@/lib/content/content'

/** Which wording a letter has in each slot, as places in the content's lists, and the order of its asks. */
export type Wording = {
  subject: number
  opening: number
  request: number
  close: number
  asks: Record<string, number>
  order: string[]
}

/**
 * The combination for the `turn`th letter, from 0: a Reed-Solomon code (1960). The digits of `turn` in a prime base are
 * a polynomial's coefficients, evaluated at another point for each slot; two of degree n agree in n points at most,
 * so with seven wordings a slot any two of 343 turns share two at most.
 */
export function chooseWording(content: CampaignContent, turn: number): Wording {
  const { letter, asks } = content
  const sizes = [letter.openings, ...asks.map((ask) => ask.wordings), letter.requests, letter.closes].map(
    (wordings) => wordings.length,
  )
  const whole = Number.isSafeInteger(turn) && turn >= 0 ? turn : 0
  const prime = primeFrom(Math.max(...sizes))
  const digits = digitsOf(whole, prime)
  const [opening = 0, ...rest] = sizes.map((size, slot) => valueAt(slot, digits, prime) % size)
  const [request = 0, close = 0] = rest.slice(asks.length)
  return {
    subject: whole % letter.subjects.length,
    opening,
    request,
    close,
    asks: Object.fromEntries(asks.map((ask, at) => [ask.id, rest[at] ?? 0])),
    order: turned(
      asks.map((ask) => ask.id),
      whole,
    ),
  }
}

/**
 * The turn of the `count`th letter to a seat, whose `number` is any whole number: seats begin far apart, at turns
 * that differ in high digits alone, so that those of one seat stay as far from each other as the first turns are.
 */
export function turnOfSeat({ letter, asks }: CampaignContent, number: number, count: number): number {
  const sizes = [letter.openings, ...asks.map((ask) => ask.wordings), letter.requests, letter.closes]
  const prime = primeFrom(Math.max(...sizes.map((wordings) => wordings.length)))
  return (number % prime ** 2) * prime ** 4 + count
}

/** The wording for a hidden field, as `s2.o1.r0.c3.ceasefire-1.turkey-0`, the asks in their order. */
export function printWording({ subject, opening, request, close, asks, order }: Wording): string {
  return [
    `s${subject}`,
    `o${opening}`,
    `r${request}`,
    `c${close}`,
    ...order.map((id) => `${id}-${asks[id] ?? 0}`),
  ].join('.')
}

/**
 * Reads what {@link printWording} gave. Never throws: where anything does not fit `content`, as after
 * the campaign was edited or the field meddled with, it gives the wording of turn 0.
 */
export function parseWording(content: CampaignContent, text: string): Wording {
  const { letter, asks } = content
  const match = /^s(\d{1,2})\.o(\d{1,2})\.r(\d{1,2})\.c(\d{1,2})((?:\.[a-z0-9-]{1,43}){1,8})$/.exec(text)
  const [subject = 0, opening = 0, request = 0, close = 0] = match?.slice(1, 5).map(Number) ?? []
  const given = (match?.[5] ?? '')
    .split('.')
    .slice(1)
    .map((part): [string, number] => {
      const hyphen = part.lastIndexOf('-')
      return [part.slice(0, hyphen), /^\d{1,2}$/.test(part.slice(hyphen + 1)) ? Number(part.slice(hyphen + 1)) : -1]
    })
  const sizes = new Map(asks.map((ask) => [ask.id, ask.wordings.length]))
  const fits =
    match !== null &&
    subject < letter.subjects.length &&
    opening < letter.openings.length &&
    request < letter.requests.length &&
    close < letter.closes.length &&
    given.length === asks.length &&
    new Set(given.map(([id]) => id)).size === asks.length &&
    given.every(([id, place]) => place >= 0 && place < (sizes.get(id) ?? 0))
  if (!fits) return chooseWording(content, 0)
  return { subject, opening, request, close, asks: Object.fromEntries(given), order: given.map(([id]) => id) }
}

/** The orders in which a letter may give these asks: begun at each of them, forwards and then backwards. */
export function ordersOf(ids: string[]): string[][] {
  const forwards = ids.map((_, start) => [...ids.slice(start), ...ids.slice(0, start)])
  return [...forwards, ...forwards.map((order) => [...order].reverse())]
}

/** The polynomial at the slot's point. Slots beyond the base use the points again, on a curve set off by its square. */
function valueAt(slot: number, digits: number[], prime: number): number {
  const point = slot % prime
  const value = digits.reduceRight((sum, digit) => (sum * point + digit) % prime, 0)
  return (value + Math.floor(slot / prime) * (digits[2] ?? 0)) % prime
}

function digitsOf(turn: number, base: number): number[] {
  return turn < base ? [turn] : [turn % base, ...digitsOf(Math.floor(turn / base), base)]
}

function primeFrom(least: number): number {
  for (let next = Math.max(2, least); ; next++) {
    if (!Array.from({ length: next - 2 }, (_, at) => at + 2).some((divisor) => next % divisor === 0)) return next
  }
}

/** The list begun at another place each turn, and backwards on every other round. */
function turned(ids: string[], turn: number): string[] {
  const orders = ordersOf(ids)
  return orders[turn % orders.length] ?? ids
}
