import { expect, test } from 'vitest'
import { CollectedPostcodes, type Placed } from './collect'
import { packPostcodes } from './pack'
import { openIndex } from './packed-index'

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'

/** The same numbers in every run (Lehmer's generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

function someRelease(seed: number, count: number): Map<string, Placed> {
  const below = numbers(seed)
  const outward = ['M1', 'SW1A', 'EC1A', 'CR2', 'NPT', 'GIR', 'BT78', 'W1A', 'ZE1', 'AB10']
  const seats = ['', 'M99999999', ...Array.from({ length: 300 }, (_, at) => `E14${String(at).padStart(6, '0')}`)]
  const release = new Map<string, Placed>()
  while (release.size < count) {
    const sector = `${outward[below(outward.length)]}${below(10)}`
    const local = sector.endsWith('7') ? 300 : 4
    release.set(`${sector}${LETTERS[below(20)]}${LETTERS[below(20)]}`, {
      seat: seats[(sector.charCodeAt(0) + below(local)) % seats.length] ?? '',
      terminated: sector.endsWith('0') || (!sector.endsWith('1') && below(3) === 0),
    })
  }
  // Newport's old ones, whose inward codes Royal Mail would not give.
  release.set('NPT0VA', { seat: 'E14000001', terminated: true })
  release.set('NPT0KO', { seat: '', terminated: false })
  return release
}

function packed(release: Map<string, Placed>): Uint8Array {
  const collected = new CollectedPostcodes()
  for (const [compact, { seat, terminated }] of release) collected.add(compact, seat, terminated)
  return packPostcodes(collected)
}

test.each([1, 2, 3])('an index answers for each postcode as the release does, and for no other (%i)', (seed) => {
  const release = someRelease(seed, 9000)
  const index = openIndex(packed(release))
  for (const [compact, placed] of release) expect(index.find(compact), compact).toEqual(placed)
  expect(index.postcodes).toBe(release.size)
  let unknown = 0
  for (const outward of ['M1', 'M2', 'SW1A', 'NPT', 'ZZ1', 'B1']) {
    for (let digit = 0; digit < 10; digit += 1) {
      for (const a of LETTERS) {
        for (const b of LETTERS) {
          const compact = `${outward}${digit}${a}${b}`
          if (release.has(compact)) continue
          unknown += 1
          expect(index.find(compact), compact).toBe(null)
        }
      }
    }
  }
  expect(unknown).toBeGreaterThan(12_000)
})

test('an index of nothing knows nothing', () => {
  const index = openIndex(packPostcodes(new CollectedPostcodes()))
  expect(index.postcodes).toBe(0)
  expect(index.find('SW1A0AA')).toBe(null)
  expect(index.find('NPT0VA')).toBe(null)
})

test('a postcode is told from others that are spelled almost the same', () => {
  const index = openIndex(packed(new Map([['M11AA', { seat: 'E14001352', terminated: false }]])))
  expect(['M11AA', 'M111AA', 'M1A1AA', 'MM11AA', 'M21AA', 'M12AA', 'M11AB'].filter((one) => index.find(one))).toEqual([
    'M11AA',
  ])
})

test('what is not an index, is cut short, or has a newer format is refused in one line', () => {
  const good = packed(someRelease(4, 500))
  expect(() => openIndex(new Uint8Array())).toThrow('The postcode index is damaged. Import the postcodes again.')
  expect(() => openIndex(new TextEncoder().encode('<!doctype html><title>Not found</title>'))).toThrow('damaged')
  for (const length of [27, 28, 400, good.length - 1]) {
    expect(() => openIndex(good.slice(0, length)), `${length} bytes`).toThrow('damaged')
  }
  const newer = good.slice()
  newer[4] = 3
  expect(() => openIndex(newer)).toThrow(
    'made by a newer Dear MP (format 3; this one reads up to 2). Update this one, or import the postcodes again with it.',
  )
})

test('what is collected twice is known: whether it says the same or not', () => {
  const collected = new CollectedPostcodes()
  for (const compact of ['SW1A0AA', 'NPT0VA']) {
    expect(collected.add(compact, 'E14001172', false)).toBe('added')
    expect(collected.add(compact, 'E14001172', false)).toBe('again')
    expect(collected.add(compact, 'E14001306', false)).toEqual({ seat: 'E14001172', terminated: false })
    expect(collected.add(compact, 'E14001172', true)).toEqual({ seat: 'E14001172', terminated: false })
  }
})
