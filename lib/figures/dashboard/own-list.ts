import { group } from 'd3-array'
import { allSeats, type Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'

/**
 * Constituencies as an address holds them: of each nation its letter, the first number, and a bit for each one from
 * there on, so that all 650 have room. It goes by their codes, and stays right when others come or go.
 */
export function listWord(codes: readonly string[]): string {
  const byNation = group(codes, (code) => code.slice(0, 1))
  return [...byNation]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([nation, own]) => {
      const numbers = own.map(numberOf)
      const first = Math.min(...numbers)
      const bits = Buffer.alloc(Math.floor((Math.max(...numbers) - first) / 8) + 1)
      for (const number of numbers)
        bits[(number - first) >> 3] = (bits[(number - first) >> 3] ?? 0) | bitOf(number - first)
      return [nation, first.toString(36), bits.toString('base64url')]
    })
    .join('.')
}

/** The constituencies that such a word names; none where it cannot be read. */
export function seatsIn(word: string, seats: readonly Seat[]): Seat[] {
  const parts = word.split('.')
  const lists = new Map<string, { first: number; bits: Buffer }>()
  for (let at = 0; at + 2 < parts.length; at += 3) {
    const [nation = '', first = '', bits = ''] = parts.slice(at, at + 3)
    lists.set(nation, { first: Number.parseInt(first, 36), bits: Buffer.from(bits, 'base64url') })
  }
  return seats.filter(({ code }) => {
    const list = lists.get(code.slice(0, 1))
    const at = list ? numberOf(code) - list.first : -1
    return at >= 0 && ((list?.bits[at >> 3] ?? 0) & bitOf(at)) !== 0
  })
}

/** The constituencies of the list in an address; `null` where there is none. */
export async function ownList(ctx: Context, word: string | undefined): Promise<Seat[] | null> {
  return word ? seatsIn(word, await allSeats(ctx)) : null
}

function numberOf(code: string): number {
  return Number(code.slice(3))
}

function bitOf(at: number): number {
  return 1 << (at & 7)
}
