import { useEffect, useState } from 'react'
import { firstLetter, type Town } from '@/lib/directory/search/by-name'
import { fetchTowns } from './fetch-directory'

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
