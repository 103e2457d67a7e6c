import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { compiledServer } from '@/lib/cli/start/testing-compiled'
import { envFields, SECRET_NAMES } from './env-fields'
import { ExpectedFailure } from './faults/errors'
import { readEnv } from './read-env'

const folder = mkdtempSync(join(tmpdir(), 'dear-mp-env-'))
afterAll(() => rmSync(folder, { recursive: true }))

const secrets = { AUTH_SECRET: 'x'.repeat(32), DATA_KEYS: '00'.repeat(32) }
const local = { ...secrets, DATA_DIR: folder }
const database = { ...local, DATABASE_URL: 'postgres://user:hush@db:5432/name' }

function faultsOf(source: Record<string, string>): string {
  try {
    readEnv({ ...local, ...source })
  } catch (error) {
    if (error instanceof ExpectedFailure) return error.message
    throw error
  }
  return 'none'
}

describe('with nothing set', () => {
  const env = readEnv(local)

  test('everything has its default', () => {
    expect(env).toMatchObject({
      databaseUrl: null,
      port: 3000,
      appUrl: 'http://localhost:3000',
      isOnLocalhost: true,
      mailIsLocal: true,
      mailFrom: 'letters@localhost',
      mailReflect: null,
      operator: { name: null, address: null, email: null },
      membersApiUrl: 'https://members-api.parliament.uk',
      postcodesApiUrl: 'https://api.postcodes.io',
      releasesUrl: 'https://www.arcgis.com/sharing/rest/search',
      directoryAutoUpdate: false,
      dissolutionDates: ['2029-07-09'],
      staffAdminEmail: 'admin@localhost',
      webProcesses: null,
      workersInWeb: true,
      limitsOff: false,
      trustProxy: null,
      logLevel: 'info',
    })
    expect(env.limits).toEqual({
      forms: { points: 1200, seconds: 600 },
      'look-up': { points: 120, seconds: 60 },
      api: { points: 60, seconds: 60 },
      drawing: { points: 120, seconds: 600 },
      wording: { points: 300, seconds: 600 },
      submit: { points: 60, seconds: 600 },
      'submit-email': { points: 10, seconds: 86_400 },
      unsolved: { points: 5, seconds: 3600 },
      resend: { points: 20, seconds: 600 },
      code: { points: 20, seconds: 600 },
      mailbox: { points: 3, seconds: 3600 },
      'mailbox-day': { points: 6, seconds: 86_400 },
      'sign-in': { points: 10, seconds: 600 },
      'second-factor': { points: 5, seconds: 600 },
    })
  })

  test('letters to the local mailbox go at any hour and at any pace', () => {
    expect([env.sendHours, env.sendPerMpHour]).toEqual([null, null])
  })

  test('an empty setting counts as not set', () => {
    expect(readEnv({ ...local, PORT: '', LOG_LEVEL: ' ', DATABASE_URL: '' })).toEqual(env)
  })

  test('DATA_DIR is .data in the folder of the project', () => {
    expect(readEnv(secrets).dataDir).toBe(resolve('.data'))
  })
})

test('what is set is read', () => {
  const env = readEnv({
    ...local,
    PORT: '4000',
    APP_URL: 'http://127.0.0.1:4000/',
    MEMBERS_API_URL: 'off',
    POSTCODES_API_URL: 'http://localhost:9/',
    RELEASES_URL: 'off',
    DIRECTORY_AUTO_UPDATE: '1',
    DISSOLUTION_DATES: '2028-05-04, 2029-07-09',
    WEB_PROCESSES: '3',
    WORKERS_IN_WEB: '0',
    SHARED_CACHE: '1',
    LIMITS: 'off',
    LIMIT_SUBMIT: '3/90s',
    SEND_HOURS: '08:30-24:00',
    SEND_PER_MP_HOUR: '5',
    TRUST_PROXY: '2',
  })
  expect(env).toMatchObject({
    port: 4000,
    appUrl: 'http://127.0.0.1:4000',
    membersApiUrl: null,
    postcodesApiUrl: 'http://localhost:9',
    releasesUrl: null,
    directoryAutoUpdate: true,
    dissolutionDates: ['2028-05-04', '2029-07-09'],
    webProcesses: 3,
    workersInWeb: false,
    sharedCache: true,
    limitsOff: true,
    limits: { submit: { points: 3, seconds: 90 } },
    sendHours: { from: 510, to: 1440 },
    sendPerMpHour: 5,
    trustProxy: { hops: 2 },
  })
})

test('with a mail service letters go by day, gently, and may go to anybody', () => {
  const env = readEnv({
    ...local,
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'letters@example.org',
    APP_URL: 'https://example.org',
  })
  expect(env).toMatchObject({
    mailIsLocal: false,
    mailFrom: 'letters@example.org',
    sendHours: { from: 420, to: 1200 },
    sendPerMpHour: 60,
  })
})

test('data keys are read in every writing, newest first, and named by their hash', () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index))
  const writings = [key.toString('hex'), key.toString('base64'), key.toString('base64url')]
  const { dataKeys } = readEnv({ ...local, DATA_KEYS: `${writings.join(', ')},${'00'.repeat(32)}` })
  expect(dataKeys.slice(0, 3).map((each) => each.key.equals(key))).toEqual([true, true, true])
  expect(new Set(dataKeys.slice(0, 3).map(({ id }) => id)).size).toBe(1)
  // sha256 of 32 zero bytes
  expect(dataKeys[3]?.id).toBe('66687aad')
})

test('HOST and TRUST_PROXY are addresses, as they are written', () => {
  expect(readEnv(local).host).toBeNull()
  for (const host of ['0.0.0.0', '::', '192.168.1.5', 'inner.example']) {
    expect(readEnv({ ...local, HOST: host }).host).toBe(host)
  }
  expect(readEnv({ ...local, HOST: '[::1]' }).host).toBe('::1')
  expect(readEnv({ ...local, TRUST_PROXY: '0' }).trustProxy).toBeNull()
  expect(readEnv({ ...local, TRUST_PROXY: '10' }).trustProxy).toEqual({ hops: 10 })
  expect(
    readEnv({ ...local, TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::/32 , 203.0.113.7' }).trustProxy,
  ).toMatchObject({ networks: { length: 5 } })
  for (const wrong of ['11', '-1', 'yes', '0.0.0.0/0', '10.0.0.0/8,', '1,2', '10.0.0.1:80']) {
    expect(faultsOf({ TRUST_PROXY: wrong })).toContain('TRUST_PROXY must be a whole number from 0 to 10, or networks')
  }
  for (const wrong of ['http://localhost', '127.0.0.1:3000', 'a b', '*']) {
    expect(faultsOf({ HOST: wrong })).toContain('HOST must be an address')
  }
})

describe('faults', () => {
  test('are all named together, on one line', () => {
    const message = faultsOf({
      PORT: '70000',
      LIMIT_RESEND: 'often\nand more',
      LOG_LEVEL: 'loud',
      MAIL_REFLECT: 'nobody',
      SEND_HOURS: '20:00-07:00',
      DATABASE_URL: 'mysql://user:hush@host/name',
      APP_URL: 'https://example.org',
      LIMITS: 'off',
    })
    expect(message).not.toMatch(/\n|hush/)
    expect(message.split('; ')).toEqual([
      'Settings: DATABASE_URL must be an address such as postgres://user:password@host:5432/name',
      'PORT must be a whole number from 1 to 65535, not "70000"',
      'MAIL_REFLECT must be one plain e-mail address, not "nobody"',
      'LIMIT_RESEND must be a number of times in a span of time, such as 20/10m (s, m, h or d), not "often\\nand more"',
      'SEND_HOURS must be two times of one day, such as 07:00-20:00, not "20:00-07:00"',
      'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not "loud"',
      'APP_URL is not on localhost and no mail service is set (RESEND_API_KEY or SMTP_URL): the local mailbox would show every letter to anybody',
      'LIMITS may be off only where APP_URL is on localhost.',
    ])
  })

  test('name both secrets when DATABASE_URL comes without them', () => {
    expect(faultsOf({ ...database, AUTH_SECRET: '', DATA_KEYS: '' })).toBe(
      'Settings: AUTH_SECRET is required with DATABASE_URL; DATA_KEYS is required with DATABASE_URL.',
    )
  })

  test.each([
    ['AUTH_SECRET', 'short'],
    ['AUTH_SECRET', `${'x'.repeat(32)},hush`],
    ['AUTH_SECRET', `${'x'.repeat(32)},`],
    ['DATA_KEYS', `${'00'.repeat(32)},hush`],
    ['DATABASE_URL', 'hush'],
    ['SMTP_URL', 'hush'],
  ])('of %s never show what it holds', (name, value) => {
    expect(faultsOf({ [name]: value })).toContain(`Settings: ${name} must`)
    expect(faultsOf({ [name]: value })).not.toMatch(/hush|"/)
  })

  test.each([
    ['RESEND_API_KEY', 're_123'],
    ['SMTP_URL', 'smtp://localhost'],
  ])('ask for a sender with %s', (name, value) => {
    expect(faultsOf({ [name]: value })).toBe(`Settings: MAIL_FROM is required with ${name}.`)
    expect(faultsOf({ [name]: value, MAIL_FROM: 'letters@example.org' })).toBe('none')
  })

  test('say that mail goes by one service', () => {
    const both = { RESEND_API_KEY: 're_123', SMTP_URL: 'smtp://localhost', MAIL_FROM: 'letters@example.org' }
    expect(faultsOf(both)).toBe('Settings: RESEND_API_KEY and SMTP_URL are both set: mail goes by one of them.')
  })

  test.each(['hush', 'whsec_hush!', 'whsec_'])('refuse the webhook secret %j without showing it', (secret) => {
    expect(faultsOf({ RESEND_WEBHOOK_SECRET: secret })).toMatch(/^Settings: RESEND_WEBHOOK_SECRET must be [^"]*…\.$/)
  })

  test.each(['http://localhost.example.org', 'https://127.0.0.1.example.org', 'http://10.0.0.1'])(
    'refuse the local mailbox at %s',
    (address) => expect(faultsOf({ APP_URL: address })).toContain('no mail service is set'),
  )

  test.each(['localhost:3000', 'https://example.org/path', 'ftp://localhost'])('refuse the address %s', (address) => {
    expect(faultsOf({ APP_URL: address })).toContain('APP_URL must be an address')
  })

  test('name a DATA_DIR in which secrets cannot be kept, beside the others', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const message = faultsOf({ DATA_DIR: join(file, 'data'), AUTH_SECRET: '', PORT: 'none' })
    expect(message).toBe(
      `Settings: DATA_DIR ${file}/data cannot be used: a part of the path is not a folder; PORT must be a whole number from 1 to 65535, not "none".`,
    )
  })
})

describe('the secrets of an installation with the embedded database', () => {
  test('are made once, for the owner alone, and the same for five processes that start at once', async () => {
    const dataDir = join(folder, 'race')
    const script = `import { readEnv } from '${await compiledServer()}/lib/kernel/read-env.js'
      const { authSecrets, dataKeys } = readEnv({ DATA_DIR: process.argv[1] })
      console.log(authSecrets[0], dataKeys[0].id)`
    const args = ['--input-type=module', '-e', script, dataDir]
    const runs = await Promise.all(Array.from({ length: 5 }, () => promisify(execFile)(process.execPath, args)))
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1)
    expect(runs[0]?.stdout).toMatch(/^\S{43} [0-9a-f]{8}\n$/)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('give way to those that are set', () => {
    const dataDir = join(folder, 'partly')
    const first = readEnv({ DATA_DIR: dataDir })
    const second = readEnv({ DATA_DIR: dataDir, AUTH_SECRET: secrets.AUTH_SECRET })
    expect(second).toMatchObject({ authSecrets: [secrets.AUTH_SECRET], dataKeys: first.dataKeys })
  })

  test('are not made when they are set, nor with DATABASE_URL', () => {
    readEnv({ ...database, DATA_DIR: join(folder, 'none') })
    readEnv({ ...secrets, DATA_DIR: join(folder, 'none') })
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  test('that cannot be read are never replaced', () => {
    const dataDir = join(folder, 'broken')
    readEnv({ DATA_DIR: dataDir })
    writeFileSync(join(dataDir, 'secrets.json'), '{"AUTH_SECRET":')
    expect(faultsOf({ DATA_DIR: dataDir, AUTH_SECRET: '' })).toContain('secrets.json that cannot be read')
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe('{"AUTH_SECRET":')
  })
})

test('AUTH_SECRET is a list, newest first, with blanks around each or none', () => {
  const [one, two] = ['a'.repeat(32), 'b'.repeat(40)]
  expect(readEnv({ ...secrets, AUTH_SECRET: ` ${one} ,\n${two}` }).authSecrets).toEqual([one, two])
  expect(readEnv({ ...secrets, AUTH_SECRET: one }).authSecrets).toEqual([one])
  expect(faultsOf({ AUTH_SECRET: `${one},${two},short` })).toBe(
    'Settings: AUTH_SECRET must be secrets of at least 32 characters each, newest first, separated by commas; secret 3 is not.',
  )
})

test('with DATABASE_URL there is no first administrator of its own', () => {
  expect(readEnv(database)).toMatchObject({ databaseUrl: database.DATABASE_URL, staffAdminEmail: null })
})

describe('a secret in a file', () => {
  const file = join(folder, 'secret')

  test.each([...SECRET_NAMES])('%s_FILE names where %s lies, with the line end that editors leave', (name) => {
    const plain = name === 'BACKUP_IDENTITY' ? `AGE-SECRET-KEY-1${'Q'.repeat(58)}` : 'ab'.repeat(32)
    const scheme = { SMTP_URL: 'smtp', PING_URL: 'https' }[name] ?? 'postgres'
    const value = name.endsWith('_URL') ? `${scheme}://a:hush@db/x` : plain
    writeFileSync(file, `${value}\r\n`)
    const { [name]: _, ...others } = {
      ...database,
      AUTH_OIDC_ISSUER: 'https://id.example.org',
      AUTH_OIDC_ID: 'id',
      AUTH_OIDC_SECRET: 'x',
      MAIL_FROM: 'a@example.org',
    } as Record<string, string>
    expect(readEnv({ ...others, [`${name}_FILE`]: file })).toEqual(readEnv({ ...others, [name]: value }))
  })

  test('is said plainly where it cannot be read, is empty, is no secret, or is given twice, and shows nothing of itself', () => {
    writeFileSync(file, 'hush')
    expect(faultsOf({ DATA_KEYS_FILE: file, DATA_KEYS: '' })).toContain('DATA_KEYS must be keys of 32 bytes')
    const gone = join(folder, 'gone')
    expect(faultsOf({ SMTP_URL_FILE: gone })).toContain(`SMTP_URL_FILE, ${JSON.stringify(gone)}, is no file`)
    expect(faultsOf({ SMTP_URL_FILE: folder })).toMatch(/SMTP_URL_FILE, .*, is a folder/)
    expect(faultsOf({ AUTH_SECRET_FILE: file })).toContain('AUTH_SECRET and AUTH_SECRET_FILE are both set')
    writeFileSync(file, ' \n')
    expect(faultsOf({ RESEND_API_KEY_FILE: file })).toMatch(/RESEND_API_KEY_FILE, .*, is empty/)
    writeFileSync(file, 'x'.repeat(70_000))
    expect(faultsOf({ RESEND_API_KEY_FILE: file })).toMatch(/is larger than 64 kB/)
    writeFileSync(file, 'hush')
    expect(faultsOf({ SMTP_URL_FILE: file, RESEND_API_KEY_FILE: gone })).not.toContain('hush')
  })
})

test('.env.example explains every setting, and no other', () => {
  const named = readFileSync('.env.example', 'utf8')
    .match(/^#?[A-Z_]+(?==)/gm)
    ?.map((name) => name.replace('#', ''))
  expect(named?.sort()).toEqual(Object.keys(envFields.shape).sort())
})

describe('the organisation’s sign-in', () => {
  const oidc = { AUTH_OIDC_ISSUER: 'https://id.example.org/realms/a', AUTH_OIDC_ID: 'id', AUTH_OIDC_SECRET: 'hush' }

  test('is read whole, with domains and roles as they are compared', () => {
    const more = {
      AUTH_OIDC_DOMAINS: ' Example.org, @charity.example ',
      AUTH_OIDC_ROLE_CLAIM: 'roles',
      AUTH_OIDC_ROLES: 'a=b=admin, Group One=editor',
    }
    expect(readEnv({ ...local, ...oidc, ...more }).oidc).toEqual({
      issuer: 'https://id.example.org/realms/a',
      id: 'id',
      secret: 'hush',
      domains: ['example.org', 'charity.example'],
      roleClaim: 'roles',
      roles: [
        { value: 'a=b', role: 'admin' },
        { value: 'Group One', role: 'editor' },
      ],
    })
    expect(readEnv(local).oidc).toBeNull()
  })

  test.each<[string, Record<string, string>]>([
    ['AUTH_OIDC_ID is required', { AUTH_OIDC_ISSUER: oidc.AUTH_OIDC_ISSUER, AUTH_OIDC_SECRET: 'hush' }],
    ['AUTH_OIDC_ISSUER is required with AUTH_OIDC_DOMAINS', { AUTH_OIDC_DOMAINS: 'example.org' }],
    ['must be the address of the issuer', { ...oidc, AUTH_OIDC_ISSUER: 'http://id.example.org' }],
    [
      'must be the address of the issuer',
      { ...oidc, AUTH_OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' },
    ],
    ['must be domains', { ...oidc, AUTH_OIDC_DOMAINS: 'a@example.org' }],
    ['must be values of the claim', { ...oidc, AUTH_OIDC_ROLE_CLAIM: 'roles', AUTH_OIDC_ROLES: 'x=owner' }],
    ['AUTH_OIDC_ROLES is missing', { ...oidc, AUTH_OIDC_ROLE_CLAIM: 'roles' }],
    ['AUTH_OIDC_ROLE_CLAIM is missing', { ...oidc, AUTH_OIDC_ROLES: 'x=admin' }],
    ['AUTH_EMAIL_LINKS may be break-glass only', { AUTH_EMAIL_LINKS: 'break-glass' }],
    ['STAFF_ADMIN_EMAIL is required', { ...oidc, ...database, AUTH_EMAIL_LINKS: 'break-glass' }],
  ])('refuses what does not go together: %s', (fault, source) => {
    expect(faultsOf(source)).toContain(fault)
    expect(faultsOf(source)).not.toContain('hush')
  })
})
