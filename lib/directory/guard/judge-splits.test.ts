import { describe, expect, test } from 'vitest'
import { judgeSplits, type NamedPostcode } from './judge-splits'

const many = (count: number, before: string[], after: string[]): NamedPostcode[] =>
  Array.from({ length: count }, (_, at) => ({ postcode: `LS1 ${at}AA`, before, after }))
const inUse = { known: 100_000, split: 400, hasRelease: true }
const reasons = (named: NamedPostcode[], more: Partial<typeof inUse> = {}) =>
  judgeSplits(named, { ...inUse, ...more }).reasons

describe('beyond 20, which can be looked at one by one, a list is refused', () => {
  test.each<[string, NamedPostcode[], NamedPostcode[], string]>([
    [
      'that leads more than a tenth of what it names elsewhere, as one whose columns are shifted does',
      [...many(180, ['A'], ['A', 'B']), ...many(20, ['A'], ['B'])],
      [...many(180, ['A'], ['A', 'B']), ...many(21, ['A'], ['B', 'C'])],
      '10.4% of what it names would lead to another seat, more than a tenth',
    ],
    [
      'that names more than a tenth that the release does not hold',
      [...many(180, ['A'], ['A', 'B']), ...many(20, [], ['B'])],
      [...many(180, ['A'], ['A', 'B']), ...many(21, [], ['B'])],
      '10.4% of what it names is not in the release in use, more than a tenth',
    ],
    [
      'that undoes more than a tenth of the splits in use',
      many(40, ['A', 'B'], ['A']),
      many(41, ['A', 'B'], ['A']),
      '41 of 400 split postcodes would be split no more, more than a tenth',
    ],
    [
      'that splits more than 1% of the postcodes',
      many(1000, ['A'], ['A', 'B']),
      many(1001, ['A'], ['A', 'B']),
      '1% of the postcodes would become split, more than 1%',
    ],
  ])('%s', (_, within, beyond, reason) => {
    expect(reasons(within)).toEqual([])
    expect(reasons(beyond)).toEqual([reason])
  })

  test('and not a few rows, whatever they say, nor strangers where no release is in use', () => {
    expect(reasons(many(20, ['A'], ['B']))).toEqual([])
    expect(reasons(many(20, ['A', 'B'], ['C']), { split: 20 })).toEqual([])
    expect(reasons(many(300, [], ['B']), { hasRelease: false })).toEqual([])
  })
})

test('the comparison names what is meant', () => {
  const named = [...many(7, ['A'], ['A', 'B']), ...many(1, ['A', 'B'], ['B'])]
  expect(judgeSplits(named, inUse).lines).toEqual([
    'The list names 8 postcodes; 400 are split now.',
    'Newly split: 7 (LS1 0AA, LS1 1AA, LS1 2AA, LS1 3AA, LS1 4AA and 2 more).',
    'Split no more: 1 (LS1 0AA).',
    'In another seat than now: none.',
    'Not in the release in use: none.',
  ])
})
