import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HASH_BYTES, rollingHashes } from './rolling-hash'

const LENGTH = 32
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ż', '7', '🕊'), maxLength: 120 })

test('each run has the hash that it has alone, wherever it stands', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const hashes = rollingHashes(whole, LENGTH)
      const runs = whole.length < LENGTH ? [whole] : runsOf(whole)
      expect(hashes.length).toBe(whole === '' ? 0 : runs.length * HASH_BYTES)
      for (const [at, run] of whole === '' ? [] : runs.entries()) {
        expect(hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)).toEqual(rollingHashes(run, LENGTH))
      }
    }),
  )
})

test('different runs have different hashes', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(rollingHashes(one.slice(0, LENGTH), LENGTH).equals(rollingHashes(other.slice(0, LENGTH), LENGTH))).toBe(
        one.slice(0, LENGTH) === other.slice(0, LENGTH),
      )
    }),
  )
})

function runsOf(whole: string): string[] {
  return Array.from({ length: whole.length - LENGTH + 1 }, (_, at) => whole.slice(at, at + LENGTH))
}
