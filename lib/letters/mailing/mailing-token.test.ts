import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { DAY } from '@/lib/kernel/time/durations'
import { mailingKeys, readMailingToken } from './mailing-token'

const NOW = new Date('2026-11-10T12:00:00Z')
const SLUG = 'some-campaign'
const PERSON = { n: 'Anna Smith', e: 'anna@example.org', p: 'sw1a0aa' }
const FILLED = { name: 'Anna Smith', email: 'anna@example.org', postcode: 'SW1A 0AA' }

const ctx = { now: () => NOW }
const inDays = (days: number) => Math.floor((NOW.getTime() + days * DAY) / 1000)
const signed = (said: string, key = mailingKeys()[0] ?? '') =>
  `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`
const tokenOf = (payload: unknown, key?: string) =>
  signed(Buffer.from(JSON.stringify(payload)).toString('base64url'), key)
const kindOf = (token: string, slug = SLUG) => readMailingToken(ctx, token, slug).kind

afterEach(() => vi.unstubAllEnvs())

describe('a token that the operator’s key has signed', () => {
  test('fills in what it says, cleaned', () => {
    expect(readMailingToken(ctx, tokenOf({ ...PERSON, x: inDays(30) }), SLUG)).toEqual({
      kind: 'sound',
      filled: FILLED,
    })
    expect(readMailingToken(ctx, tokenOf({ n: '\u202eAnna\n', e: 'no', x: inDays(1) }), SLUG)).toEqual({
      kind: 'sound',
      filled: { name: 'Anna', email: '', postcode: '' },
    })
  })

  test('works until it runs out, and for 90 days at most', () => {
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(0) }))).toBe('expired')
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(-400) }))).toBe('expired')
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(0) + 1 }))).toBe('sound')
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(90) }))).toBe('sound')
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(90) + 1 }))).toBe('unsound')
    for (const x of [undefined, null, '2026-12-01', 1.5, Number.MAX_VALUE]) {
      expect(kindOf(tokenOf({ ...PERSON, x }))).toBe('unsound')
    }
  })

  test('works for its campaign alone, where it names one', () => {
    const token = tokenOf({ ...PERSON, x: inDays(30), c: SLUG })
    expect([kindOf(token), kindOf(token, 'another')]).toEqual(['sound', 'unsound'])
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(30) }), 'another')).toBe('sound')
  })

  test('is nothing where it holds anything but such an object', () => {
    for (const said of ['', 'null', '[]', '"x"', '{', '{"x":', `{"n":1,"x":${inDays(1)}}`, '\ufeff']) {
      expect(kindOf(signed(Buffer.from(said).toString('base64url')))).toBe('unsound')
    }
  })

  test('is not read where it is longer than a link to one person', () => {
    expect(kindOf(tokenOf({ ...PERSON, x: inDays(1), more: 'x'.repeat(10_000) }))).toBe('unsound')
  })
})

test('what no key of ours has signed is nothing: forged, changed, cut, or made longer', () => {
  const token = tokenOf({ ...PERSON, x: inDays(30) })
  const [said = '', signature = ''] = token.split('.')
  const changed = Array.from(token, (was, at) => token.slice(0, at) + (was === 'A' ? 'B' : 'A') + token.slice(at + 1))
  const made = ['', '.', said, `${said}.`, `.${signature}`, `${token}=`, `${token}.${signature}`, `${token}A`, '\0.é']
  for (const forged of [...changed, ...made, tokenOf({ ...PERSON, x: inDays(30) }, 'another key')]) {
    expect(kindOf(forged)).toBe('unsound')
  }
})

test('what an older secret has signed works while it stands in the list', async () => {
  const withSecrets = async (secrets: string) => {
    vi.stubEnv('AUTH_SECRET', secrets)
    vi.resetModules()
    return import('./mailing-token')
  }
  const [older, newer] = ['a'.repeat(32), 'b'.repeat(32)]
  const [key = ''] = (await withSecrets(older)).mailingKeys()
  const token = tokenOf({ ...PERSON, x: inDays(30) }, key)
  const both = await withSecrets(`${newer},${older}`)
  expect(both.readMailingToken(ctx, token, SLUG).kind).toBe('sound')
  expect(both.mailingKeys()).toEqual([expect.stringMatching(/^[\w-]{43}$/), key])
  expect((await withSecrets(newer)).readMailingToken(ctx, token, SLUG).kind).toBe('unsound')
})

describe('the example of docs/links.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/links.md'), 'utf8')
  const examples = [...text.matchAll(/```(js|python|php|ruby)\n([\s\S]*?)```/g)]
  const programs: Record<string, [string, ...string[]]> = {
    js: [process.execPath, '--input-type=module', '-'],
    python: ['python3', '-'],
    php: ['php'],
    ruby: ['ruby', '-'],
  }

  test.for(examples.map(([, language = '', code = '']) => ({ language, code })))(
    'in $language makes a link that works',
    ({ language, code }, { skip }) => {
      expect(code.trim().split('\n').length).toBeLessThanOrEqual(15)
      const [program = '', ...args] = programs[language] ?? []
      skip(spawnSync(program, ['--version']).status !== 0, `There is no ${program} here.`)
      const env = { ...process.env, LINKS_KEY: mailingKeys()[0] }
      const { stdout, stderr } = spawnSync(program, args, { input: code, env, encoding: 'utf8' })
      expect(stderr).toBe('')
      const [, token = ''] = stdout.trim().split('https://example.org/campaigns/SLUG/for/')
      expect(token).toMatch(/^[\w-]+\.[\w-]+$/)
      expect(readMailingToken({ now: () => new Date() }, token, 'SLUG')).toEqual({ kind: 'sound', filled: FILLED })
    },
  )

  test('is there in four languages', () => {
    expect(examples.map(([, language]) => language)).toEqual(['js', 'python', 'php', 'ruby'])
  })
})
