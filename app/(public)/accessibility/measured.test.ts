import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MEASURED } from './measured'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const css = read('app/globals.css')

/** Of a length in the styles, such as `0.9444rem` or `clamp(1.5555rem, …)`, the least. */
function pixels(length: string): number {
  return Number(/([\d.]+)rem/.exec(length)?.[1]) * rootPixels
}

const rootPixels = (Number(/html \{\s*font-size: ([\d.]+)%/.exec(css)?.[1]) / 100) * 16

test('the sizes that the page about accessibility tells are those of the styles', () => {
  const sizes = [...css.matchAll(/--text-[a-z0-9]+: ([^;]+);/g)].map(([, size = '']) => pixels(size))
  expect(sizes.length).toBeGreaterThan(6)
  expect(Math.round(Math.min(...sizes))).toBe(MEASURED.leastText)
  expect(pixels(/--text-base: ([^;]+);/.exec(css)?.[1] ?? '')).toBe(MEASURED.text)
  expect(Math.round(pixels(/--spacing-target: ([^;]+);/.exec(css)?.[1] ?? ''))).toBe(MEASURED.control)
})

test('what it says is tested is: the contrast of every palette, and the width of every page that axe looks at', () => {
  expect(read('app/palettes.test.ts')).toContain(`${MEASURED.contrast}:1 for text`)
  expect(read('e2e/fixtures/accessible.ts')).toContain(`NARROWEST = ${MEASURED.narrowest}`)
})
