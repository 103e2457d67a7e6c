import { z } from 'zod'

/** The accents that a campaign can have: those of `app/palettes.css`, each tested for its contrast in both schemes. */
export const palettes = [
  { value: 'commons', label: 'Green, as the benches of the Commons' },
  { value: 'harbour', label: 'Blue' },
  { value: 'heather', label: 'Purple' },
  { value: 'slate', label: 'Grey' },
] as const

/** What a campaign has that was written before there was a choice. */
export const USUAL_PALETTE = 'commons'

export const palette = z
  .enum(
    palettes.map(({ value }) => value),
    { error: 'Colour: choose one of those shown.' },
  )
  .default(USUAL_PALETTE)
