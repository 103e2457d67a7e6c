import { describe, expect, test } from 'vitest'
import { campaignSettings, campaignSlug, newCampaign } from './input'

describe('the address of a campaign', () => {
  test.each([' Save-the-Bees ', 'a', '2026-11'])('%j is sound', (typed) => {
    expect(campaignSlug.parse(typed)).toBe(typed.trim().toLowerCase())
  })

  test.each([
    ['', /Enter an address/],
    ['two words', /small letters/],
    ['a--b', /small letters/],
    ['-a', /small letters/],
    ['é', /small letters/],
    ['../x', /small letters/],
    ['x'.repeat(61), /60 characters/],
    ['new', /kept for the site/],
    ['STAFF', /kept for the site/],
  ])('%j is refused', (typed, message) => {
    expect(campaignSlug.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([
      expect.stringMatching(message),
    ])
  })
})

test('a goal may be typed with commas', () => {
  expect(newCampaign.parse({ slug: 'x', goal: ' 10,000 ', from: '' }).goal).toBe(10_000)
  for (const goal of ['', '0', '-5', '1.5', 'many', '99999999']) {
    expect(newCampaign.safeParse({ slug: 'x', goal, from: '' }).error?.issues).toHaveLength(1)
  }
})

test('dates are London’s, each may be left empty, and closing comes after opening', () => {
  const parsed = campaignSettings.parse({ slug: 'x', goal: '5', opens: '2026-07-01T09:00', closes: '' })
  expect(parsed).toMatchObject({ opens: new Date('2026-07-01T08:00:00Z'), closes: null })
  const faults = (opens: string, closes: string) =>
    campaignSettings.safeParse({ slug: 'x', goal: '5', opens, closes }).error?.issues.map(({ path }) => path[0])
  expect(faults('soon', '')).toEqual(['opens'])
  expect(faults('2026-07-01T09:00', '2026-07-01T09:00')).toEqual(['closes'])
})
