import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, runProduct } from './fixtures/product'
import { expect, test } from './fixtures/test'

const SECRETS = { AUTH_SECRET: 's'.repeat(32), DATA_KEYS: '0f'.repeat(32) }

const REFUSALS: Record<string, [settings: Record<string, string>, says: RegExp]> = {
  'an unreachable database': [
    { ...SECRETS, DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:1/none' },
    /DATABASE_URL.*nothing listens there/,
  ],
  'a database that is not there by name': [
    { ...SECRETS, DATABASE_URL: 'postgres://user:hidden-word@nowhere.invalid/none' },
    /DATABASE_URL.*host/,
  ],
  'a database without secrets': [
    { DATABASE_URL: 'postgres://user:hidden-word@127.0.0.1:1/none' },
    /AUTH_SECRET is required.*DATA_KEYS is required/,
  ],
  'many bad settings': [
    { PORT: 'three', APP_URL: 'nonsense', LIMITS: 'maybe', LIMIT_SUBMIT: 'often', DATA_KEYS: 'short' },
    /PORT.*APP_URL.*DATA_KEYS.*LIMITS.*LIMIT_SUBMIT|PORT.*LIMIT/,
  ],
  'a public address without a mail service': [{ APP_URL: 'https://letters.example.org' }, /APP_URL.*mail service/],
  'limits lifted in public': [{ APP_URL: 'https://letters.example.org', LIMITS: 'off' }, /LIMITS.*localhost/],
}

for (const [what, [settings, says]] of Object.entries(REFUSALS)) {
  test(`${what}: one line, and exit 1`, async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'dear-mp-refused-'))
    const port = String(await freePort())
    await expectRefusal({ PORT: port, DATA_DIR: dataDir, ...settings }, says)
    rmSync(dataDir, { recursive: true })
  })
}

test('a taken port: one line, and exit 1', async () => {
  const taken = createServer()
  const port = await new Promise<number>((listening) => {
    taken.listen(0, () => {
      const address = taken.address()
      listening(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
  const dataDir = mkdtempSync(join(tmpdir(), 'dear-mp-refused-'))
  await expectRefusal({ PORT: String(port), DATA_DIR: dataDir }, new RegExp(`Port ${port} is taken`))
  await new Promise((closed) => taken.close(closed))
  rmSync(dataDir, { recursive: true })
})

test('a DATA_DIR that cannot be written: one line, and exit 1', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dear-mp-refused-'))
  // Root may write anywhere, but nobody can make a folder where a file is.
  writeFileSync(join(folder, 'file'), '')
  for (const dataDir of [join(folder, 'file'), join(folder, 'file', 'below')]) {
    await expectRefusal({ PORT: String(await freePort()), DATA_DIR: dataDir }, /DATA_DIR/)
  }
  if (process.getuid?.() !== 0) {
    mkdirSync(join(folder, 'closed'), { mode: 0o500 })
    await expectRefusal({ PORT: String(await freePort()), DATA_DIR: join(folder, 'closed') }, /DATA_DIR/)
  }
  rmSync(folder, { recursive: true })
})

async function expectRefusal(settings: Record<string, string>, says: RegExp): Promise<void> {
  const { status, stderr } = await runProduct({ settings })
  expect(stderr).toMatch(says)
  expect(stderr.trimEnd().split('\n'), 'one line').toHaveLength(1)
  expect(stderr).not.toMatch(/hidden-word|\bat .*:\d+:\d+/)
  expect(status).toBe(1)
}
