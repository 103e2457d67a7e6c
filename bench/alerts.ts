import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask, ByHttp, detailsOf } from '@/e2e/fixtures/by-http'
import { onDatabase } from '@/e2e/fixtures/database'
import { CAMPAIGN } from '@/e2e/fixtures/path'
import { makePerson } from '@/e2e/fixtures/person'
import { BUILT, databasePid, freePort, type Product, startProduct } from '@/e2e/fixtures/product'

const RULES = join(BUILT, 'ops/prometheus/rules.yml')
const MOST_SECONDS = 120
/** A service at which nobody listens. */
const NOBODY = 'http://127.0.0.1:9'

/**
 * Each fault that `ops/prometheus/rules.yml` tells of, made to happen to a product that runs: how long it takes until
 * Alertmanager has passed it on. By hand, as root on Linux with Debian's prometheus and prometheus-alertmanager.
 */
export async function alerts(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dear-mp-alerts-'))
  const [port, watched] = [await freePort(), await freePort()]
  const watch = await startWatching(folder, watched)
  const small = join(folder, 'small')
  const settings = { METRICS_PORT: String(watched), LIMITS: 'off', MEMBERS_API_URL: NOBODY, POSTCODES_API_URL: 'off' }
  const mail = {
    RESEND_API_KEY: 're_1',
    RESEND_BASE_URL: NOBODY,
    MAIL_FROM: 'a@example.org',
    OPERATOR_NAME: 'Example',
    SEND_HOURS: '00:00-24:00',
  }
  mkdirSync(small)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=900m,mode=711', 'tmpfs', small])
  let product: Product | undefined
  const restarted = async (more: Record<string, string>) => {
    await product?.stop()
    product = await startProduct({ settings: { PORT: String(port), DATA_DIR: small, ...settings, ...more } })
    return product
  }
  try {
    const began = performance.now()
    const first = await restarted(mail)
    const wants = [
      watch.until('DearMpDiskFull', began),
      watch.until('DearMpSyncFailed', began),
      watch.until('DearMpProxyNotNamed', began),
      watch.until('DearMpMailServiceDown', began),
    ]
    await submit(first.url)
    for (let asked = 0; asked < 40; asked++) {
      if (asked % 10 === 0) await sleep(8000)
      await fetch(first.url + CAMPAIGN, { headers: { 'x-forwarded-for': '203.0.113.9' } })
    }
    await Promise.all(wants)

    const alone = await restarted({ ...mail, WORKERS_IN_WEB: '0' })
    await letOneBeLate(small)
    const left = performance.now()
    await Promise.all([watch.until('DearMpNoWorker', left), watch.until('DearMpQueueOld', left)])

    await onDatabase(alone.dataDir, (sql) => sql`insert into data_keys (id) values ('0000000000000000')`)
    await watch.until('DearMpKeysWrong', performance.now())
    await onDatabase(alone.dataDir, (sql) => sql`delete from data_keys where id = '0000000000000000'`)

    const last = await restarted(mail)
    const server = String(databasePid(last.dataDir))
    execFileSync('pkill', ['-STOP', '-P', server])
    process.kill(Number(server), 'SIGSTOP')
    await watch.until('DearMpDatabaseDown', performance.now())
    process.kill(Number(server), 'SIGCONT')
    execFileSync('pkill', ['-CONT', '-P', server])
    last.signal('SIGKILL')
    await watch.until('DearMpDown', performance.now())
  } finally {
    await product?.stop().catch(() => {})
    watch.stop()
    await sleep(1000)
    execFileSync('umount', ['-l', small])
    rmSync(folder, { recursive: true, force: true })
  }
}

async function submit(url: string): Promise<void> {
  const [person, writer] = [makePerson(), new ByHttp(url)]
  const start = await writer.begin(await writer.mp('SW1A 0AA'))
  const letter = await writer.send(start, 'letter-form', { reason: person.reason })
  const check = await writer.send(await writer.send(letter, 'letter-form'), 'letter-form', detailsOf(person))
  const submitted = await writer.send(check, 'check-form')
  await ask(url, submitted.location ?? '')
}

async function letOneBeLate(dataDir: string): Promise<void> {
  await onDatabase(
    dataDir,
    (sql) => sql`
      update letters set state = 'queued', confirmed_at = now() - interval '1 hour', due_at = now() - interval '1 hour'`,
  )
}

type Watch = { until(alert: string, since: number): Promise<void>; stop(): void }

/** Prometheus and Alertmanager with our rules; what Alertmanager passes on is heard here. */
async function startWatching(folder: string, watched: number): Promise<Watch> {
  const heard = new Map<string, number>()
  const receiver = createServer(async (request, response) => {
    const { alerts = [] } = JSON.parse((await text(request)) || '{}')
    for (const { status, labels } of alerts) {
      if (status === 'firing' && !heard.has(labels.alertname)) heard.set(labels.alertname, performance.now())
      if (status === 'resolved') heard.delete(labels.alertname)
    }
    response.end()
  }).listen(0, '127.0.0.1')
  await new Promise((done) => receiver.once('listening', done))
  const [prometheus, alertmanager] = [await freePort(), await freePort()]
  const at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
  cpSync(RULES, join(folder, 'rules.yml'))
  writeFileSync(
    join(folder, 'prometheus.yml'),
    readFileSync(join(BUILT, 'ops/prometheus/prometheus.yml'), 'utf8')
      .replace('127.0.0.1:9464', `127.0.0.1:${watched}`)
      .replace('127.0.0.1:9093', `127.0.0.1:${alertmanager}`),
  )
  writeFileSync(
    join(folder, 'alertmanager.yml'),
    `route: { receiver: here, group_by: [alertname], group_wait: 1s, group_interval: 5s }\nreceivers: [{ name: here, webhook_configs: [{ url: '${at}', send_resolved: true }] }]\n`,
  )
  const run = (program: string, ...args: string[]): ChildProcess =>
    spawn(program, args, { cwd: folder, stdio: 'ignore' })
  const running = [
    run(
      'prometheus',
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=tsdb',
      `--web.listen-address=127.0.0.1:${prometheus}`,
    ),
    run(
      'prometheus-alertmanager',
      '--config.file=alertmanager.yml',
      '--storage.path=kept',
      '--cluster.listen-address=',
      `--web.listen-address=127.0.0.1:${alertmanager}`,
    ),
  ]
  return {
    until: async (alert, since) => {
      for (; !heard.has(alert); await sleep(200)) {
        if (performance.now() - since > 3 * MOST_SECONDS * 1000) throw new Error(`${alert} was never told.`)
      }
      const seconds = ((heard.get(alert) ?? since) - since) / 1000
      console.log(`  ${alert.padEnd(22)} told after ${seconds.toFixed(0)} s${seconds > MOST_SECONDS ? ' MISSED' : ''}`)
    },
    stop: () => {
      for (const each of running) each.kill()
      receiver.close()
    },
  }
}
