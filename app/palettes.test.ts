import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { palettes as offered } from '@/lib/content/palettes'

const schemes = ['light', 'dark'] as const
const css = ['globals.css', 'palettes.css']
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n')
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

describe.each(palettes)('the palette %s', (palette) => {
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
  const dark = css.split('@media screen and (prefers-color-scheme: dark)').slice(1).map(blockOf)
  const light = dark.reduce((rest, block) => rest.replace(block, ''), css)
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

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "relative luminance"). */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

test.each(offered)('the colour of $value in print is its accent on paper', ({ value, printed }) => {
  expect(coloursOf(value, 'light').post).toBe(printed)
})
