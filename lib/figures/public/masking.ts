import { SHOWN_FROM, type UnderFive, underFive } from '@/lib/supporters/under-five'

/** What a masked seat with supporters can have. */
const LEAST = 1
const MOST = SHOWN_FROM - 1

export type Counted = { code: string; supporters: number }

/** A seat in public: its supporters, or that they are too few to say. */
export type Shown = { code: string; supporters: number | UnderFive }

/**
 * How the small numbers are kept from being worked out. `reached`: the seats reached are told from the others.
 * `among-all`: every seat with fewer than 5 supporters is "under 5", also without any. `left-out`: seats whose
 * numbers would give the small ones away are not told at all.
 */
export type Masking = 'reached' | 'among-all' | 'left-out'

/**
 * What is told in public of each seat: "under 5" in place of a small number, so that the total and the count of
 * seats, which stand beside it, give none of those numbers away by subtraction. `seats` are all there are, with 0
 * where there is nobody.
 */
export function masked(seats: readonly Counted[]): { masking: Masking; seats: Shown[] } {
  const visible = seats.filter(({ supporters }) => supporters >= SHOWN_FROM)
  const small = seats.filter(({ supporters }) => supporters > 0 && supporters < SHOWN_FROM)
  if (small.length === 0 || isOpen(small)) {
    return { masking: 'reached', seats: seats.filter(({ supporters }) => supporters > 0).map(shown) }
  }
  if (visible.length + small.length < seats.length) return { masking: 'among-all', seats: seats.map(shown) }
  // The values of all that is left out could stand in any order: the small one could be any of them.
  const smallest = Math.min(...visible.map(({ supporters }) => supporters))
  return { masking: 'left-out', seats: seats.filter(({ supporters }) => supporters > smallest).map(shown) }
}

function shown({ code, supporters }: Counted): Shown {
  return { code, supporters: underFive(supporters) }
}

/** Whether what the total leaves for the small ones can be shared out in more than one way, for each of them. */
function isOpen(small: readonly Counted[]): boolean {
  const rest = small.reduce((sum, { supporters }) => sum + supporters, 0)
  return small.length > 1 && rest > LEAST * small.length && rest < MOST * small.length
}

/** Why the public sees less of the constituencies than there is, where it does. */
export function maskingWords(masking: Masking): string | null {
  if (masking === 'among-all') {
    return 'For now, constituencies with fewer than 5 supporters look like those without any: so few could be worked out from the total.'
  }
  if (masking === 'left-out') {
    return 'The constituencies with the fewest supporters are not shown, so that nobody can work out a number under 5.'
  }
  return null
}
