import { useEffect, useState } from 'react'
import { firstLetter, type NamedSeat, type Town } from '@/lib/directory/search/by-name'

const fetched = new Map<string, Promise<unknown>>()

/** All constituencies with their MPs, fetched once; `null` when that fails, and then tried again the next time. */
export function fetchSeats(): Promise<NamedSeat[] | null> {
  return once('/api/constituencies', (seats: NamedSeat[]) => seats)
}

/** The towns that begin with a letter, with the seats around each, in the same way. */
export function fetchTowns(letter: string): Promise<Town[] | null> {
  return once(`/api/towns/${encodeURIComponent(letter)}`, (rows: [string, ...string[]][]) =>
    rows.map(([name, ...near]) => ({ name, near })),
  )
}

/** `Answer` is what our own address is known to give. */
function once<Answer, Value>(address: string, read: (answer: Answer) => Value): Promise<Value | null> {
  const under = (fetched.get(address) as Promise<Value | null> | undefined) ?? load(address, read)
  fetched.set(address, under)
  return under
}

async function load<Answer, Value>(address: string, read: (answer: Answer) => Value): Promise<Value | null> {
  try {
    const response = await fetch(address)
    if (response.ok) return read(await response.json())
  } catch {
    // Offline: the list that the page already holds serves, without MPs' names and towns.
  }
  fetched.delete(address)
  return null
}

const NONE: Town[] = []

/** The towns that begin as what is typed does; none until they have come. */
export function useTowns(typed: string): Town[] {
  const letter = firstLetter(typed)
  const [come, setCome] = useState({ letter: '', towns: NONE })
  useEffect(() => {
    if (letter) void fetchTowns(letter).then((towns) => towns && setCome({ letter, towns }))
  }, [letter])
  return come.letter === letter ? come.towns : NONE
}
