import { modeOklch, modeRgb, useMode as withMode } from 'culori/fn'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accentFrom, accentThatHolds, nearestThatHolds, pairsOf, readColour } from './accent'
import { accentFault } from './accent-fault'
import { accentName, printedAccent } from './accent-name'
import { accentSheet } from './accent-sheet'
import { takeAccent, takenAccent } from './own-accent'
import { contrast } from './testing'

withMode(modeRgb)
const oklch = withMode(modeOklch)
const EXTREME = ['#000000', '#ffffff', '#808080', '#0000ff', '#ff0000', '#00ff00', '#ffff00', '#ff00ff', '#00ffff']
const colour = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`) },
  fc.constantFrom(...EXTREME),
)

test('of every colour that is accepted, each pair that it makes holds 7:1, by a sum of our own', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const accent = accentThatHolds(chosen)
      const faint = pairsOf(accentFrom(chosen)).filter(({ words, ground }) => contrast(words, ground) < 7)
      expect(faint.length === 0).toBe(accent !== null)
      expect(accentFault(chosen) === null).toBe(accent !== null)
    }),
    { numRuns: 150 },
  )
})

test('for each that is refused, the one that is offered is accepted, is of its hue, and the next lighter is not', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      fc.pre(accentThatHolds(chosen) === null)
      const offered = nearestThatHolds(chosen)
      expect(accentThatHolds(offered)).not.toBeNull()
      expect(accentFault(chosen)).toContain(offered)
      expect(Math.min(...pairsOf(accentFrom(offered)).map(({ is }) => is))).toBeLessThan(7.3)
      expect(turned(chosen, offered)).toBeLessThan(6)
    }),
    { numRuns: 150 },
  )
})

test('every shade that is made of a colour has its hue', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const { light, dark } = accentFrom(chosen)
      for (const shade of [light.press, dark.accent, dark.press, dark.slip])
        expect(turned(chosen, shade)).toBeLessThan(8)
    }),
    { numRuns: 150 },
  )
})

const BAD = [
  ...[
    '',
    '#fff',
    'red',
    '#b0306',
    '#b03060ff',
    'b03060',
    '#b0306g',
    'rgb(1,2,3)',
    'url(https://x.test/a)',
    'var(--ink)',
  ],
  ...[
    ';}body{display:none',
    '#b03060;}body{',
    '"]{}*{color:red',
    '\u202e#b03060',
    '#b03060\u200f',
    '#b03060\n',
    '<svg>',
  ],
  'x'.repeat(10_000),
  `#b03060${' '.repeat(10_000)}`,
]

test.each(BAD)('%# what is no colour is refused in words, and gets nowhere', (typed) => {
  const said = accentFault(typed) ?? ''
  expect(said).toMatch(/^Your own colour: /)
  expect(said.length).toBeLessThan(120)
  expect(readColour(typed)).toBeNull()
  expect(accentName({ palette: 'own', accent: typed })).toBe('commons')
  expect(accentName({ palette: typed, accent: '#b03060' })).toBe('commons')
  expect(accentSheet(typed)).toBeNull()
  expect(takenAccent(`accent:${typed}`)).toEqual({})
})

test('a refusal says the figures and what it takes', () => {
  expect(accentFault('#FFD400')).toBe(
    'Your own colour: it is too light to read by. White words on it have 1.4:1, words of it on the page’s grey 1.2:1; it takes 7:1. The nearest of the same hue that holds is #614f00.',
  )
})

test('an accent is known by its six digits, in small letters, where it is chosen and holds', () => {
  expect(accentName({ palette: 'own', accent: '#A00051' })).toBe('a00051')
  expect(accentName({ palette: 'own', accent: '#ffd400' })).toBe('commons')
  expect(accentName({ palette: 'own' })).toBe('commons')
  expect(accentName({ palette: 'harbour', accent: '#a00051' })).toBe('harbour')
  expect(printedAccent('a00051')).toBe('#a00051')
  expect(takenAccent(takeAccent('#a00051'))).toEqual({ palette: 'own', accent: '#a00051' })
})

test('a sheet has nothing but its variables in it', () => {
  expect(accentSheet('ffd400')).toBeNull()
  const rules = accentSheet('a00051') ?? ''
  expect(rules.replace(/ {2}--[a-z-]+: #[0-9a-f]{6};\n/g, '')).toBe(
    '[data-palette="a00051"] {\n}\n@media screen and (prefers-color-scheme: dark) {\n[data-palette="a00051"] {\n}\n}\n',
  )
})

/** By how many degrees two hues are apart; none where either is all but grey, which has no hue to keep. */
function turned(one: string, other: string): number {
  const [from, to] = [oklch(one), oklch(other)]
  if (!from || !to || from.c < 0.03 || to.c < 0.03) return 0
  const apart = Math.abs((from.h ?? 0) - (to.h ?? 0)) % 360
  return Math.min(apart, 360 - apart)
}
