import { expect, test } from 'vitest'
import { ALL, toldApart } from '@/lib/campaigns/chosen-campaign'
import { readAsked } from './asked'

const ASKING = { actor: { kind: 'system' as const }, now: () => new Date('2026-11-24T12:00:00Z') }
const campaigns = toldApart([
  { id: 'a', slug: 'library', name: 'Save our library' },
  { id: 'b', slug: 'library-two', name: 'Save our library' },
  { id: 'c', slug: 'bees', name: 'Bees and hedgerows' },
])

test('campaigns of equal names are told apart', () => {
  expect(campaigns.map(({ name }) => name)).toEqual([
    'Save our library (1 of 2)',
    'Save our library (2 of 2)',
    'Bees and hedgerows',
  ])
})

test.each([
  ['bees', 'c'],
  ['Bees and hedgerows', 'c'],
  ['hedgerows', 'c'],
  ['library', 'a'],
  ['save our LIBRARY (2 of 2)', 'b'],
  ['', null],
  ['all', null],
  [ALL, null],
])('“%s” is the campaign %s', (typed, id) => {
  const { campaign, faults } = readAsked({ campaign: typed }, campaigns, ASKING)
  expect(campaign?.id ?? null).toBe(id)
  expect(faults).toEqual([])
})

test('words of several names lead to a choice, those of none are said to be', () => {
  const several = readAsked({ campaign: 'save' }, campaigns, ASKING)
  expect(several.campaign).toBeNull()
  expect(several.meant.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(several.faults).toEqual(['“save” is in the names of several campaigns: choose one below.'])
  expect(readAsked({ campaign: 'whales' }, campaigns, ASKING).faults).toEqual([
    'There is no such campaign: the figures are of all of them.',
  ])
})
