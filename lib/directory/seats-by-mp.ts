import type { Context } from '@/lib/kernel/context'
import { withoutPiles } from '@/lib/kernel/text'
import { allSeats, type Seat } from './lookup'

const SHOWN_MOST = 20

/** The seats whose MP, or whose own name, has all these words in it, accents and case aside; at most twenty. */
export async function seatsByMp(ctx: Context, typed: string): Promise<Seat[]> {
  const words = folded(typed).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const seats = await allSeats(ctx)
  return seats.filter((seat) => holdsAll(`${seat.mp?.name ?? ''} ${seat.name}`, words)).slice(0, SHOWN_MOST)
}

function holdsAll(name: string, words: string[]): boolean {
  const plain = folded(name)
  return words.every((word) => plain.includes(word))
}

function folded(text: string): string {
  return withoutPiles(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
