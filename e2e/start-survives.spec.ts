import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '@/db/embedded'
import { ask, ByHttp } from './fixtures/by-http'
import { wordsOf } from './fixtures/forms'
import { Mailbox } from './fixtures/mailbox'
import { test } from './fixtures/own-product'
import { makePerson } from './fixtures/person'
import { databasePid, isRunning, makeDataDir, type Product, removeDataDir } from './fixtures/product'
import { expect } from './fixtures/test'

test('after kill -9, of the product alone or of its database too, the next start finds everything, and SIGTERM ends it cleanly', async ({
  start,
  dataDir,
}) => {
  const person = makePerson()
  let product = await start()
  const status = await new ByHttp(product.url).sign('SW1A 0AA', person)
  await new Mailbox(product.url).waitFor({ to: person.email, says: 'your copy' })
  for (const alsoDatabase of [false, true]) {
    await killed(product, alsoDatabase ? databasePid(dataDir) : null)
    product = await start()
    const page = await ask(product.url, status)
    expect(wordsOf(page.html)).toContain('Thank you for writing')
    expect(wordsOf(page.html)).toContain('Accepted by the mail service')
  }
  await new ByHttp(product.url).sign('SW1A 0AA', makePerson())
  expect(await new Mailbox(product.url).find({ replyTo: person.email }), 'nothing goes twice').toHaveLength(1)
  const database = databasePid(dataDir) ?? 0
  product.signal('SIGTERM')
  expect((await product.ended).status).toBe(0)
  expect(isRunning(database)).toBe(false)
})

test.describe('in an empty folder', () => {
  test.use({ data: 'none' })

  test('two starts at once on one DATA_DIR end in one database, and the last to stop takes it along, by Ctrl-C again and again', async ({
    start,
    dataDir,
  }) => {
    const both = await Promise.all([start(), start()])
    const database = databasePid(dataDir) ?? 0
    const [first, second] = both
    const person = makePerson()
    const status = await new ByHttp(first.url).sign('SW1A 0AA', person)
    expect(wordsOf((await ask(second.url, status)).html)).toContain('Thank you for writing')
    expect((await first.stop()).status).toBe(0)
    expect(isRunning(database)).toBe(true)
    expect((await ask(second.url, status)).status).toBe(200)
    for (let pressed = 0; pressed < 3; pressed += 1) second.signal('SIGINT')
    expect((await second.ended).status).toBe(0)
    expect(isRunning(database)).toBe(false)
  })

  test('with DATABASE_URL it uses that server, and nothing embedded is started', async ({ start, dataDir }) => {
    const elsewhere = makeDataDir()
    const held = await startEmbedded({ dataDir: elsewhere })
    try {
      const settings = {
        DATABASE_URL: held.url,
        AUTH_SECRET: 'a secret of thirty-two characters',
        DATA_KEYS: Buffer.alloc(32, 7).toString('base64'),
      }
      const product = await start(settings)
      const person = makePerson()
      const status = await new ByHttp(product.url).sign('SW1A 0AA', person)
      await new Mailbox(product.url).waitFor({ replyTo: person.email })
      expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
      expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false)
      expect((await product.stop()).status).toBe(0)
      expect(isRunning(databasePid(elsewhere) ?? 0), 'a server of someone else’s is left running').toBe(true)

      const again = await start(settings)
      expect(wordsOf((await ask(again.url, status)).html)).toContain('Thank you for writing')
      expect((await again.stop()).status).toBe(0)
    } finally {
      await held.release()
      removeDataDir(elsewhere)
    }
  })
})

async function killed(product: Product, database: number | null): Promise<void> {
  product.signal('SIGKILL')
  await product.ended
  if (database !== null) process.kill(database, 'SIGKILL')
}
