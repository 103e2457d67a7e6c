import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOf, matcherOf, pathAt } from './address'

test.each([
  ['(public)/campaigns/[slug]/write', '/campaigns/[slug]/write'],
  ['staff/campaigns/[id]/edit/[part]', '/staff/campaigns/[id]/edit/[part]'],
  ['(public)', '/'],
  ['.', '/'],
  ['_server/forms', null],
  ['staff/_parts', null],
])('a folder %s answers at %s', (folder, address) => expect(addressOf(folder)).toBe(address))

const ID = '0c5b3ff8-3f6c-4d4c-8f2a-5a0d5be4d9a1'

test.each([
  ['/', '/', {}],
  ['/my-data', '/my-data', {}],
  ['/campaigns/[slug]', '/campaigns/a-b2', { slug: 'a-b2' }],
  ['/campaigns/[slug]/from/[seat]', '/campaigns/a/from/E14001172', { slug: 'a', seat: 'E14001172' }],
  ['/preview/[key]/write', '/preview/a.B_c-1/write', { key: 'a.B_c-1' }],
  ['/staff/campaigns/[id]/edit/[part]', `/staff/campaigns/${ID}/edit/asks`, { id: ID, part: 'asks' }],
])('of %s is %s', (address, path, values) => expect(matcherOf(address)(path)).toEqual(values))

test.each([
  ['/my-data', '/my-data/'],
  ['/my-data', '/my-data/x'],
  ['/my-data', 'x/my-data'],
  ['/campaigns/[slug]', '/campaigns/'],
  ['/campaigns/[slug]', '/campaigns/..'],
  ['/campaigns/[slug]', '/campaigns/%2e'],
  ['/campaigns/[slug]', '/campaigns/a/write'],
  ['/campaigns/[slug]', '/campaigns/a\n'],
  ['/campaigns/[slug]', '/campaigns/a\n/staff'],
  ['/campaigns/[slug]', '//campaigns/a'],
  ['/campaigns/[slug]/from/[seat]', '/campaigns/a/from/e14001172'],
  ['/staff/campaigns/[id]', '/staff/campaigns/new'],
  ['/staff/campaigns/[id]', `/staff/campaigns/${ID.toUpperCase()}`],
])('of %s is not %j', (address, path) => expect(matcherOf(address)(path)).toBeNull())

test('what a part in brackets may be has to be said', () => {
  expect(() => matcherOf('/api/[unheard-of]')).toThrow('[unheard-of]')
  expect(() => matcherOf('/[...missing]')).toThrow('[...missing]')
})

describe('whatever a part in brackets is', () => {
  const address = '/campaigns/[slug]/print/[token]'
  const matched = matcherOf(address)
  const slug = fc.stringMatching(/^[a-z0-9-]+$/)
  const token = fc.stringMatching(/^[\w-]+$/)

  test('the path that is made of it is read back', () => {
    fc.assert(
      fc.property(slug, token, (slug, token) => {
        expect(matched(pathAt(address, { slug, token }))).toEqual({ slug, token })
      }),
    )
  })

  test('nothing that is read holds a slash, a dot or a percent sign', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const read = matched(`/campaigns/${one}/print/${other}`)
        if (read) expect(Object.values(read).join('')).toMatch(/^[\w-]+$/)
      }),
    )
  })
})
