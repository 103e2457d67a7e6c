import type { NamedSeat } from '@/lib/directory/by-name'

let fetched: Promise<NamedSeat[] | null> | undefined

/** All constituencies with their MPs, fetched once; `null` when that fails, and then tried again the next time. */
export function fetchSeats(): Promise<NamedSeat[] | null> {
  fetched ??= load().then((seats) => {
    if (!seats) fetched = undefined
    return seats
  })
  return fetched
}

async function load(): Promise<NamedSeat[] | null> {
  try {
    const response = await fetch('/api/constituencies')
    if (!response.ok) return null
    const seats: NamedSeat[] = await response.json()
    return seats
  } catch {
    // Offline: the list that the page already holds serves, without the MPs' names.
    return null
  }
}
