import { expect, test } from 'vitest'
import { postcodeFault } from './compare-home-with-seat'

test('of a home postcode that may be two, both are named', () => {
  const home = { kind: 'malformed', typed: 'SW1A 0AA or M1 1AE', readings: ['SW1A 0AA', 'M1 1AE'] } as const
  const [fault] = postcodeFault({ kind: 'ambiguous' }, home, 'Bath')
  expect(fault?.message).toContain('may be SW1A 0AA or M1 1AE')
})

test('of one overseas the territory is named', () => {
  const home = { kind: 'overseas_territory', postcode: 'GX11 1AA', territory: 'Gibraltar' } as const
  const [fault] = postcodeFault({ kind: 'overseas_territory' }, home, 'Bath')
  expect(fault?.message).toContain('This postcode is in Gibraltar, which has no MP')
})
