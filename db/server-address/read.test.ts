import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readServerAddress } from './read'

const folder = mkdtempSync(join(tmpdir(), 'dear-mp-address-'))
afterAll(() => rmSync(folder, { recursive: true }))

const CA = '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n'
const at = (rest: string) => readServerAddress(`postgres://user:p%40ss@db.example:6543/name${rest}`)
const tlsOf = (rest: string, ca?: string) => readServerAddress(`postgres://u@db.example/n${rest}`, ca).tls

test('an address is read as libpq reads it, with what it leaves out', () => {
  expect(at('')).toMatchObject({ host: 'db.example', port: 6543, user: 'user', password: 'p@ss', database: 'name' })
  const me = userInfo().username
  expect(readServerAddress('postgresql:///')).toMatchObject({ host: 'localhost', port: 5432, user: me, database: me })
  expect(readServerAddress('postgres://[::1]:1/n')).toMatchObject({ host: '::1', port: 1 })
  for (const socket of [
    'postgres:///n?host=/run/postgresql&user=a',
    'postgres://a@%2Frun%2Fpostgresql/n?sslmode=require',
  ])
    expect(readServerAddress(socket)).toMatchObject({ host: '/run/postgresql', user: 'a', database: 'n', tls: null })
})

describe('sslmode', () => {
  test.each([
    ['?sslmode=disable', null],
    ['?ssl=false', null],
    ['', 'prefer'],
    ['?sslmode=allow', 'prefer'],
    ['?sslmode=prefer&uselibpqcompat=true', 'prefer'],
    ['?sslmode=require', { rejectUnauthorized: false }],
    ['?ssl=true', { rejectUnauthorized: false }],
    ['?sslmode=no-verify', { rejectUnauthorized: false }],
    ['?sslmode=verify-full', { rejectUnauthorized: true, checkServerIdentity: expect.any(Function) }],
    ['?sslrootcert=system', { rejectUnauthorized: true, checkServerIdentity: expect.any(Function) }],
  ])('%s means what libpq means by it', (rest, expected) => {
    expect(tlsOf(rest)).toEqual(expected)
  })

  test('with an authority, from a file or the settings, compares with it, and the host as well with verify-full alone', () => {
    const file = join(folder, 'ca.pem')
    writeFileSync(file, CA)
    for (const tls of [tlsOf('?sslmode=require', CA), tlsOf(`?sslmode=verify-ca&sslrootcert=${file}`), tlsOf('', CA)]) {
      if (tls === null || tls === 'prefer') throw new Error('It compares nothing.')
      expect(tls).toMatchObject({ ca: CA, rejectUnauthorized: true })
      expect(tls.checkServerIdentity?.('db.example', { subject: { CN: 'another' } } as never)).toBeUndefined()
    }
    const full = tlsOf('?sslmode=verify-full', CA)
    if (full === null || full === 'prefer') throw new Error('It compares nothing.')
    const another = { subject: { CN: 'another' }, subjectaltname: 'DNS:another' } as never
    // Node names "localhost" where the host is an IP address.
    expect(full.checkServerIdentity?.('localhost', another)).toBeInstanceOf(Error)
    const own = { subject: { CN: 'x' }, subjectaltname: 'DNS:db.example' } as never
    expect(full.checkServerIdentity?.('localhost', own)).toBeUndefined()
  })

  test('that there is not, or a file that is not there, is said without the password', () => {
    expect(() => at('?sslmode=sometimes')).toThrow(/has an sslmode that there is not: it is one of disable, allow/)
    expect(() => at('?sslmode=verify-ca&sslrootcert=/nowhere')).toThrow('has an sslrootcert that cannot be read')
  })
})

test('what hosts of databases add is dropped or translated, and the rest is named', () => {
  const added =
    '?channel_binding=require&schema=public&pgbouncer=true&connection_limit=5&options=endpoint%3Dx&pool_timeout=1&sslmode=require'
  expect(at(added)).toMatchObject({ pool: 5, pooled: true, options: 'endpoint=x', unused: [] })
  expect(at('?wibble=1')).toMatchObject({ unused: ['wibble'] })
  expect(() => at('?schema=other')).toThrow('names another schema than public')
  expect(() => readServerAddress('postgres://u@one,two/n')).toThrow('names several servers')
})
