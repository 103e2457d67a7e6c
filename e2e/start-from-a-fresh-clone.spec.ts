import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ask, ByHttp } from './fixtures/by-http'
import { wordsOf } from './fixtures/forms'
import { freshClone, installPackages, removeClone } from './fixtures/fresh-clone'
import { Mailbox } from './fixtures/mailbox'
import { CAMPAIGN } from './fixtures/path'
import { makePerson } from './fixtures/person'
import { databasePid, isRunning, killLeftovers, startProduct } from './fixtures/product'
import { expect, test } from './fixtures/test'

// The shell between npm and us gets the Ctrl-C as well: some end by it (no status) after we have ended with 0.
// What we ourselves end with is seen in start-survives.spec.ts.
const EXITS = [0, null]
const NPM_START = ['npm', 'start', '--no-update-notifier']

test('two commands start everything in a new folder, a second start builds nothing, and Ctrl-C leaves nothing', async () => {
  test.setTimeout(15 * 60_000)
  const root = freshClone()
  const dataDir = join(root, '.data')
  try {
    const installed = await seconds(() => installPackages(root))
    // Neither DATA_DIR nor anything else is said: it lies in the project, which only root may enter.
    const settings = { DATA_DIR: '', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' }
    const first = await seconds(() => startProduct({ root, settings, command: NPM_START }))
    const { url, stdout, stderr } = first.result
    for (const place of [url, `${url}/staff/sign-in`, `${url}/dev/mailbox`]) expect(stdout()).toContain(place)
    expect(stdout()).toContain('Building the pages')
    expect(wordsOf((await ask(url, '/')).html)).toContain('Your postcode')
    expect(JSON.parse((await ask(url, '/api/health')).html)).toMatchObject({ status: 'ok' })
    const person = makePerson()
    const status = await new ByHttp(url).sign('SW1A 0AA', person)
    await new Mailbox(url).waitFor({ replyTo: person.email })
    if (process.platform !== 'win32') {
      expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    }

    const database = databasePid(dataDir) ?? 0
    expect(isRunning(database)).toBe(true)
    const ended = await first.result.stop()
    expect(EXITS).toContain(ended.status)
    expect(stderr()).toBe('')
    expect(isRunning(database), 'the database ends with it').toBe(false)

    const second = await seconds(() => startProduct({ root, settings, command: NPM_START }))
    expect(second.result.stdout()).not.toContain('Building')
    expect(wordsOf((await ask(second.result.url, status)).html)).toContain(person.reason)
    expect((await ask(second.result.url, CAMPAIGN)).status).toBe(200)
    const again = databasePid(dataDir) ?? 0
    expect(EXITS).toContain((await second.result.stop()).status)
    expect(isRunning(again)).toBe(false)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(true)
    console.log(
      `  npm ci took ${installed.took} s, the first start ${first.took} s (it builds), the second ${second.took} s`,
    )
  } finally {
    await killLeftovers()
    removeClone(root)
  }
})

async function seconds<T>(work: () => Promise<T>): Promise<{ result: T; took: string }> {
  const started = performance.now()
  const result = await work()
  return { result, took: ((performance.now() - started) / 1000).toFixed(1) }
}
