import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { shareConnections, tooManyConnections } from './share-connections'

const usual = { set: null, usual: 2, pool: null, hasWorker: true, server: 100 }

test.each([
  ['two cores and a server as PostgreSQL comes', {}, { processes: 2, pool: 10, connections: 47 }],
  ['eight cores there: smaller pools', { usual: 8 }, { processes: 8, pool: 6 }],
  ['a server for forty: fewer processes', { usual: 8, server: 40 }, { processes: 1, pool: 10 }],
  ['a server for fifty', { usual: 8, server: 50 }, { processes: 4, pool: 2 }],
  ['with the worker elsewhere', { usual: 8, server: 50, hasWorker: false }, { processes: 7, pool: 2 }],
  ['a pool that was set is not made smaller', { usual: 8, pool: 20 }, { processes: 2, pool: 20 }],
  ['one process is as it always was', { set: 1, server: 20 }, { processes: 1, pool: 10 }],
])('%s', (_, asked, shared) => {
  expect(shareConnections({ ...usual, ...asked })).toMatchObject(shared)
})

test('a number that was set and does not go is refused, with what it wants', () => {
  expect(() => shareConnections({ ...usual, set: 40 })).toThrow(
    new ExpectedFailure(
      'WEB_PROCESSES 40 want at least 193 connections to the database, and its server takes 100. Set fewer, or raise its max_connections.',
    ),
  )
})

test('several processes and all that is beside them never want more than the server takes', () => {
  const given = fc.record({
    set: fc.constant(null),
    usual: fc.integer({ min: 1, max: 64 }),
    pool: fc.option(fc.integer({ min: 2, max: 100 }), { nil: null }),
    hasWorker: fc.boolean(),
    server: fc.integer({ min: 1, max: 1000 }),
  })
  fc.assert(
    fc.property(given, (asked) => {
      const { processes, pool, connections } = shareConnections(asked)
      const first = (asked.pool ?? 10) + 2 + (asked.hasWorker ? 11 : 0)
      const wanted = processes === 1 ? first : first + processes * (pool + 2)
      return connections === wanted && (processes === 1 || tooManyConnections(wanted, asked.server) === null)
    }),
  )
})

test('one process that wants more than there are says so, with both numbers', () => {
  const { connections } = shareConnections({ ...usual, set: 1, server: 20 })
  expect(tooManyConnections(connections, 20)).toContain(
    'up to 23 connections to the database, and its server takes 20,',
  )
  expect(tooManyConnections(connections, 33)).toBeNull()
})
