import { type Accent, pair } from './accent'
import { DARK, LIGHT, WHITE } from './grounds'

/** A contrast as it is written, never more than it is: “7.4:1”. */
export function ratio(contrast: number): string {
  return `${(Math.floor(contrast * 10) / 10).toFixed(1)}:1`
}

/** How far an accent's words stand out where they do so least, and words on its buttons and on the postcode form. */
export function faintest({ light, dark }: Accent) {
  return {
    light: { on: pair(LIGHT.onAccent, light.accent).is, words: pair(light.accent, LIGHT.desk).is },
    dark: {
      on: pair(DARK.onAccent, dark.accent).is,
      words: pair(dark.accent, DARK.desk).is,
      slip: pair(WHITE, dark.slip).is,
    },
  }
}
