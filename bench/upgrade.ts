import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onDatabase } from '@/e2e/fixtures/database'
import { seats } from '@/e2e/fixtures/directory'
import { goLettersWay, settingsFor } from '@/e2e/fixtures/letters-way'
import { BUILT, makeDataDir, removeDataDir, runProduct, startProduct } from '@/e2e/fixtures/product'
import { playResend } from '@/lib/mailer/testing/play-resend'

const [LANES, BEFORE, BESIDE, AFTER] = [4, 12, 40, 12]
const postcodes = seats.filter(({ member }) => member?.email).map(({ examplePostcode }) => examplePostcode)

/**
 * An upgrade under load, from `--from=COMMIT` to what is here: the version of then is built in a folder of its own and
 * serves; while people write, today's migrations are applied beside it, and it goes on serving; then it is stopped, and
 * today's starts on its data. Throws where a letter's way failed, or a letter was sent twice.
 */
export async function upgrade(options: string[]): Promise<void> {
  const from = options.find((one) => one.startsWith('--from='))?.slice('--from='.length)
  if (!from) return console.log('  left out: no commit in --from=…')
  const folder = mkdtempSync(join(tmpdir(), 'dear-mp-before-'))
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const service = await playResend()
  const settings = { ...settingsFor(service), LIMITS: 'off', DATA_DIR: makeDataDir() }
  try {
    execFileSync('git', ['clone', '--quiet', BUILT, folder])
    run('git', 'checkout', '--quiet', from)
    run('npm', 'ci', '--no-audit', '--no-fund')
    run('npm', 'run', 'build', '--if-present')
    const before = await startProduct({ root: folder, settings, command: ['npm', 'start'] })
    await allowSender(before.dataDir)
    console.log(`  ${from} serves`)
    await write(before.url, service, BEFORE)
    const written = write(before.url, service, BESIDE)
    const began = performance.now()
    const migrated = await runProduct({
      command: ['npm', 'run', '--silent', 'db:migrate'],
      settings: { DATA_DIR: before.dataDir, APP_URL: before.url },
    })
    if (migrated.status !== 0) throw new Error(`The migrations failed.\n${migrated.stderr}`)
    console.log(`  migrated beside it in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    const failed = await written
    console.log(`  ${BESIDE} ways meanwhile and after it, by the version before: ${failed} failed`)
    await before.stop()
    const after = await startProduct({ settings })
    const failedAfter = await write(after.url, service, AFTER)
    console.log(`  ${AFTER} ways by today's version on the same data: ${failedAfter} failed`)
    await after.stop()
    const keys = service.taken.map(({ to, subject, text }) => `${to} ${subject} ${text}`)
    const twice = keys.length - new Set(keys).size
    console.log(`  ${keys.length} e-mails, ${twice} of them twice`)
    if (failed + failedAfter + twice > 0) throw new Error('Something failed, or went twice.')
  } finally {
    await service.close()
    removeDataDir(settings.DATA_DIR)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lets letters go from the domain of the settings, which has no records, where the version before looks for them. */
function allowSender(dataDir: string): Promise<unknown> {
  const allowed = { domain: 'example.org', at: new Date().toISOString() }
  return onDatabase(
    dataDir,
    (sql) => sql`
    insert into settings (name, value) values ('mail_domain_allowed', ${sql.json(allowed)}) on conflict do nothing`,
  )
}

/** So many letters' whole ways, some at once; gives how many failed. */
async function write(url: string, service: Awaited<ReturnType<typeof playResend>>, count: number): Promise<number> {
  let [begun, failed] = [0, 0]
  const lane = async () => {
    while (begun < count) {
      const postcode = postcodes[(begun++ * 7) % postcodes.length] ?? ''
      await goLettersWay(url, service, postcode, () => {}).catch((error: unknown) => {
        failed += 1
        console.log(`  ${error instanceof Error ? error.message : error}`)
      })
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return failed
}
