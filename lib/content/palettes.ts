import { z } from 'zod'

/** The accents that a campaign can have: those of `app/palettes.css`, each tested for its contrast in both schemes. */
export const palettes = [
  { value: 'commons', printed: '#0a5c3c', label: 'Green, as the benches of the Commons' },
  { value: 'harbour', printed: '#0b4f85', label: 'Blue' },
  { value: 'heather', printed: '#642d84', label: 'Purple' },
  { value: 'slate', printed: '#33454f', label: 'Grey' },
] as const

/** What a campaign has that was written before there was a choice. */
export const USUAL_PALETTE = 'commons'

export const palette = z
  .enum(
    palettes.map(({ value }) => value),
    { error: 'Colour: choose one of those shown.' },
  )
  .default(USUAL_PALETTE)

/** A palette's accent on paper and in pictures, where white stands on it. */
export function printedAccent(name: string): string {
  return (palettes.find(({ value }) => value === name) ?? palettes[0]).printed
}
