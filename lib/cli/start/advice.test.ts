import { expect, test } from 'vitest'
import { adviceFor } from './advice'

const LOCAL = { databaseUrl: null, host: null, isOnLocalhost: true, port: 3000 }

test('what the embedded database is for is said on a public address, in a line', () => {
  expect(adviceFor(LOCAL)).toEqual([])
  const [listens, database, ...more] = adviceFor({ ...LOCAL, isOnLocalhost: false })
  expect([listens, database, more]).toEqual([
    expect.stringContaining('at port 3000'),
    expect.stringMatching(/^The database is the one that comes .*npm run backup.*DATABASE_URL/),
    [],
  ])
  expect(adviceFor({ ...LOCAL, isOnLocalhost: false, host: '0.0.0.0', databaseUrl: 'postgres://db/x' })).toEqual([])
})
