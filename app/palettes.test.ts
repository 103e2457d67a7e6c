import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accentThatHolds } from '@/lib/content/accent/accent'
import { accentSheet } from '@/lib/content/accent/accent-sheet'
import { DARK, LIGHT, SHEETS } from '@/lib/content/accent/grounds'
import { contrast } from '@/lib/content/accent/testing'
import { palettes as offered } from '@/lib/content/palettes'

const schemes = ['light', 'dark'] as const
const css = ['globals.css', 'palettes.css']
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n')
/** Accents of a campaign's own: a yellow and a pink as near as they can be, a navy, black. */
const OWN = ['614f00', 'a00051', '0a1a50', '000000']
const palettes = [...new Set([...css.matchAll(/\[data-palette="(\w+)"\]/g)].map(([, name]) => name ?? ''))]

const text = [
  ...['ink', 'muted', 'accent', 'accent-press', 'fault'].flatMap((on) => [`${on} ground`, `${on} desk`]),
  ...['ink accent-wash', 'ink fault-wash', 'fault fault-wash', 'on-accent accent', 'on-accent accent-press'],
  ...[
    'white slip',
    'on-board board',
    'black amber',
    'sheet-ink sheet',
    'sheet-muted sheet',
    'post sheet',
    'white post',
  ],
]
const controls = ['edge ground', 'edge desk', 'accent ground', 'accent desk', 'fault ground', 'fault desk']

describe.each([...palettes, ...OWN])('the palette %s', (palette) => {
  test.each(schemes)('keeps 7:1 for text and 4.5:1 for controls in the %s scheme', (scheme) => {
    const colours = coloursOf(palette, scheme)
    const faint = [...text.map((pair) => [pair, 7] as const), ...controls.map((pair) => [pair, 4.5] as const)]
      .map(([pair, least]) => ({ pair, least, is: contrast(...coloursIn(pair, colours)) }))
      .filter(({ is, least }) => is < least)
    expect(faint).toEqual([])
  })
})

test('those that staff can choose from are those that are tested here', () => {
  expect(offered.map(({ value }) => value).sort()).toEqual([...palettes].sort())
  expect(palettes.length).toBeGreaterThan(2)
})

/** Every colour variable in force for a palette and a scheme: the later declaration holds, as in the cascade. */
function coloursOf(palette: string, scheme: 'light' | 'dark'): Record<string, string> {
  const colours: Record<string, string> = { white: '#ffffff' }
  const sheets = `${css}\n${accentSheet(palette) ?? ''}`
  const dark = sheets.split('@media screen and (prefers-color-scheme: dark)').slice(1).map(blockOf)
  const light = dark.reduce((rest, block) => rest.replace(block, ''), sheets)
  for (const part of scheme === 'dark' ? [light, ...dark] : [light]) {
    for (const [, selector = '', body = ''] of part.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!selector.includes(':root') && !selector.includes(`"${palette}"`)) continue
      if (selector.includes('[data-palette') && !selector.includes(`"${palette}"`)) continue
      for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)) colours[name] = value
    }
  }
  return colours
}

/** What stands between the first brace and the one that closes it. */
function blockOf(source: string): string {
  let depth = 0
  for (let i = source.indexOf('{'); i < source.length; i++) {
    if (source[i] === '{') depth++
    if (source[i] === '}' && --depth === 0) return source.slice(source.indexOf('{') + 1, i)
  }
  return source
}

function coloursIn(pair: string, colours: Record<string, string>): [string, string] {
  const [front = '', back = ''] = pair.split(' ').map((name) => colours[name])
  return [front, back]
}

test.each(offered)('the colour of $value in print is its accent on paper', ({ value, printed }) => {
  expect(coloursOf(value, 'light').post).toBe(printed)
})

test('what accents of a campaign’s own are reckoned with is what pages have', () => {
  for (const [scheme, { ground, desk, ink, onAccent }, sheet] of [
    ['light', LIGHT, SHEETS[0]],
    ['dark', DARK, SHEETS[1]],
  ] as const) {
    expect(coloursOf('commons', scheme)).toMatchObject({ ground, desk, ink, 'on-accent': onAccent, sheet })
  }
})

test('an accent of a campaign’s own has each variable that a palette has, in both schemes', () => {
  for (const scheme of schemes) {
    const [one, own] = [coloursOf('harbour', scheme), coloursOf('a00051', scheme)]
    expect(Object.keys(own)).toEqual(Object.keys(one))
    expect(Object.keys(own).filter((name) => own[name] !== one[name])).toEqual([
      ...['accent', 'accent-press', 'accent-wash', 'slip', 'post'],
    ])
  }
  expect(accentThatHolds('#a00051')?.light.accent).toBe(coloursOf('a00051', 'light').accent)
})
