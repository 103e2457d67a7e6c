import { expect, test } from 'vitest'
import { postcodeJson } from './postcode-json'
import type { Seat } from './seat'

const london: Seat = {
  code: 'E14001172',
  name: 'Cities of London and Westminster',
  nation: 'England',
  mp: {
    id: 'row',
    memberId: 5257,
    name: 'Rachel Blake',
    party: 'Labour (Co-op)',
    email: 'mp@example.org',
    since: new Date('2024-07-04T00:00:00Z'),
  },
}
const vacant: Seat = { code: 'E14001290', name: 'Holborn and St Pancras', nation: 'England', mp: null }

test('a postcode that was found is answered as the contract says, without the e-mail of the MP', () => {
  const answer = postcodeJson({
    status: 'found',
    postcode: 'SW1A 0AA',
    source: 'local',
    terminated: false,
    seats: [london],
  })
  expect(answer.status).toBe(200)
  expect(JSON.stringify(answer.body)).toBe(
    '{"postcode":"SW1A 0AA","status":"found","source":"local","constituencies":[{"code":"E14001172","name":"Cities of London and Westminster","nation":"England","mp":{"id":5257,"name":"Rachel Blake","party":"Labour (Co-op)"}}]}',
  )
})

test.each([
  ['Speaker', /^The Speaker belongs to no party/],
  ['Sinn Féin', /do not take their seats/],
])('what is to be known of an MP of %j stands beside it, and the party is as its source names it', (party, note) => {
  const seats = [{ ...vacant, mp: london.mp && { ...london.mp, party } }]
  const { body } = postcodeJson({ status: 'found', postcode: 'AA1 1AA', source: 'local', terminated: false, seats })
  expect(body).toMatchObject({ constituencies: [{ mp: { party, note: expect.stringMatching(note) } }] })
})

test('a split postcode lists its seats, a vacant one without an MP', () => {
  const outcome = {
    status: 'split',
    postcode: 'AA1 1AA',
    source: 'live',
    terminated: false,
    seats: [london, vacant],
  } as const
  expect(postcodeJson({ ...outcome, seats: [...outcome.seats] })).toMatchObject({
    status: 200,
    body: { status: 'split', source: 'live', constituencies: [{ code: 'E14001172' }, { code: 'E14001290', mp: null }] },
  })
})

test('of a split postcode whose properties a list has counted each seat says how many', () => {
  const shares = new Map([
    [london.code, 299],
    [vacant.code, 1],
  ])
  const seats = [london, vacant]
  const { body } = postcodeJson({
    status: 'split',
    postcode: 'AA1 1AA',
    source: 'local',
    terminated: false,
    seats,
    shares,
  })
  expect(body).toMatchObject({ constituencies: [{ properties: 299 }, { properties: 1 }] })
})

test.each([
  [400, 'malformed', { status: 'malformed', typed: '<b>' }],
  [404, 'unknown', { status: 'unknown', postcode: 'ZZ1 1ZZ' }],
  [404, 'unknown', { status: 'unavailable', postcode: 'LS1 4AP', lasting: true }],
  [503, 'unavailable', { status: 'unavailable', postcode: 'LS1 4AP', lasting: false }],
  [422, 'crown_dependency', { status: 'crown_dependency', postcode: 'JE2 4WD' }],
  [422, 'overseas_territory', { status: 'overseas_territory', postcode: 'GX11 1AA', territory: 'Gibraltar' }],
  [422, 'ambiguous', { status: 'ambiguous', typed: 'Bl0 0AB', readings: ['BL0 0AB', 'B10 0AB'] }],
  [422, 'bfpo', { status: 'bfpo', postcode: 'BF1 2AA' }],
] as const)('%i %s is an error with a code and a message', (status, code, outcome) => {
  expect(postcodeJson(outcome)).toEqual({
    status,
    ...(status === 503 && { retryAfterSeconds: 60 }),
    body: { error: { code, message: expect.stringMatching(/\w\.$/) } },
  })
})
