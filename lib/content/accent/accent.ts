import { clampChroma, formatHex, modeLrgb, modeOklch, modeRgb, wcagContrast, useMode as withMode } from 'culori/fn'
import { DARK, LIGHT, SHEETS, WHITE } from './grounds'

withMode(modeRgb)
withMode(modeLrgb)
const oklch = withMode(modeOklch)

/** Of words, in light and in dark, as of the palettes of `app/palettes.css`. */
export const LEAST_CONTRAST = 7

type Shades = { accent: string; press: string; wash: string; slip: string }

/** A campaign's own accent with what is made of it, each as `#rrggbb`: what `app/palettes.css` has for a palette. */
export type Accent = { light: Shades; dark: Shades; post: string }

/** Two colours that stand on one another, and their contrast (WCAG 2.2), from 1 to 21. */
export type Pair = { words: string; ground: string; is: number }

/** What was typed as a colour, in small letters; `null` where it is not `#rrggbb`. */
export function readColour(typed: string): string | null {
  return /^#[0-9a-f]{6}$/i.test(typed) ? typed.toLowerCase() : null
}

/** What is made of a colour, `#rrggbb`, whether it holds or not. The hue of each shade is the colour's own. */
export function accentFrom(colour: string): Accent {
  const { l, c, h } = partsOf(colour)
  const shade = (lightness: number, most: number) => shadeOf(lightness, Math.min(c, most), h)
  return {
    light: {
      accent: colour,
      // Of what is nearly black, the pointer finds the lighter.
      press: shade(l < DARKEST_PRESSED ? l + STEP : l - STEP, c),
      wash: shade(0.945, 0.02),
      // Not so dark that the form's black button is lost on it.
      slip: l < DARKEST_SLIP ? shade(DARKEST_SLIP, c) : colour,
    },
    dark: {
      accent: shade(0.83, 0.12),
      press: shade(0.91, 0.07),
      wash: shade(0.28, 0.045),
      // Not so dark that it is lost on the ground.
      slip: shade(Math.max(l - STEP / 2, 0.34), 0.9 * c),
    },
    post: colour,
  }
}

const STEP = 0.1
const DARKEST_SLIP = 0.3
const DARKEST_PRESSED = 0.25

/** Every pair of colours that words of an accent make, with the grounds of the pages and of paper. */
export function pairsOf({ light, dark, post }: Accent): Pair[] {
  return [
    ...[LIGHT.ground, LIGHT.desk].flatMap((ground) => [pair(light.accent, ground), pair(light.press, ground)]),
    ...[DARK.ground, DARK.desk].flatMap((ground) => [pair(dark.accent, ground), pair(dark.press, ground)]),
    ...[light.accent, light.press].map((ground) => pair(LIGHT.onAccent, ground)),
    ...[dark.accent, dark.press].map((ground) => pair(DARK.onAccent, ground)),
    ...[pair(LIGHT.ink, light.wash), pair(DARK.ink, dark.wash)],
    ...[light.slip, dark.slip, post].map((ground) => pair(WHITE, ground)),
    ...SHEETS.map((sheet) => pair(post, sheet)),
  ]
}

/** The accent of a colour; `null` where words of it, or on it, are too faint. */
export function accentThatHolds(colour: string): Accent | null {
  const accent = accentFrom(colour)
  return pairsOf(accent).every(({ is }) => is >= LEAST_CONTRAST) ? accent : null
}

/** The lightest of the same hue, down from a colour, that holds; the colour itself where it does. */
export function nearestThatHolds(colour: string): string {
  if (accentThatHolds(colour)) return colour
  const { l, c, h } = partsOf(colour)
  let [dark, light] = [0, l]
  while (light - dark > FINE) {
    const between = (dark + light) / 2
    if (accentThatHolds(shadeOf(between, c, h))) dark = between
    else light = between
  }
  return shadeOf(dark, c, h)
}

/** Finer than two neighbours of 256 shades of grey are apart. */
const FINE = 0.001

/** The contrast of words in one colour on a ground of another. */
export function pair(words: string, ground: string): Pair {
  return { words, ground, is: wcagContrast(words, ground) }
}

function partsOf(colour: string): { l: number; c: number; h: number } {
  const { l = 0, c = 0, h = 0 } = oklch(colour) ?? {}
  return { l, c, h }
}

/** As much of the chroma as a screen can show of that hue, so lightly. */
function shadeOf(l: number, c: number, h: number): string {
  return formatHex(clampChroma({ mode: 'oklch', l: Math.min(Math.max(l, 0), 1), c, h }, 'oklch'))
}
