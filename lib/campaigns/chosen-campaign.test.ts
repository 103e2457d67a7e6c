import { expect, test } from 'vitest'
import { ALL, chosenOf } from './chosen-campaign'

const campaigns = ['Save our library', 'Save our library', 'Save the pool', 'Mend the bridge'].map((name, at) => ({
  id: `${at}`,
  slug: `campaign-${at}`,
  name,
}))

test.each([
  ['all', null],
  [ALL, null],
  ['campaign-1', '1'],
  [' mend the BRIDGE ', '3'],
  ['pool', '2'],
  ['Save our library (2 of 2)', '1'],
])('“%s” is one campaign, or all', (typed, id) => {
  const chosen = chosenOf(typed, campaigns)
  expect('campaign' in chosen && (chosen.campaign?.id ?? null)).toBe(id)
})

test.each([
  ['', /^Choose/],
  ['  ', /^Choose/],
  ['save', /^Several/],
  ['Save our library', /^Several/],
  ['nothing like it', /^There is no such/],
])('“%s” is none, and never all', (typed, fault) => {
  expect(chosenOf(typed, campaigns)).toEqual({ fault: expect.stringMatching(fault) })
})
