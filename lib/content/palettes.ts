import { z } from 'zod'

/** The accents that a campaign can have: those of `app/palettes.css`, each tested for its contrast in both schemes. */
export const palettes = [
  { value: 'commons', printed: '#0a5c3c', label: 'Green, as the benches of the Commons' },
  { value: 'harbour', printed: '#0b4f85', label: 'Blue' },
  { value: 'heather', printed: '#642d84', label: 'Purple' },
  { value: 'slate', printed: '#33454f', label: 'Grey' },
] as const

/** In place of a palette: the campaign has a colour of its own beside it, as its `accent`. */
export const OWN_ACCENT = 'own'

/** What staff choose between. */
export const paletteChoices = [...palettes, { value: OWN_ACCENT, label: 'A colour of your own' }] as const

/** What a campaign has that was written before there was a choice. */
export const USUAL_PALETTE = 'commons'

export const palette = z
  .enum(
    paletteChoices.map(({ value }) => value),
    { error: 'Colour: choose one of those shown.' },
  )
  .default(USUAL_PALETTE)
