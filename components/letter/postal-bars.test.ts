import { expect, test } from 'vitest'
import { checkSign, postalBars } from './postal-bars'

test('the check signs are those of published examples', () => {
  expect(checkSign('SN34RD1A')).toBe('K')
  expect(checkSign('BX11LT1A')).toBe('I')
})

test('a code begins with a rising bar, ends with a full one, and has four bars to a sign', () => {
  const bars = postalBars('SW1A0AA9Z')
  expect(bars).toHaveLength(1 + 4 * 10 + 1)
  expect([bars[0], bars.at(-1)]).toEqual(['ascender', 'full'])
})
