import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment, env } from '@/lib/kernel/env'
import type { playResend } from '@/lib/mailer/testing/play-resend'

type Service = Awaited<ReturnType<typeof playResend>>
type Settings = {
  databaseUrl: string
  service: Service
  workers: number
  /** How node is called for one of them. */
  call: readonly string[]
  more?: Record<string, string>
}

/** The settings of a worker that has nothing to hold letters back for, and asks nobody but the mail service. */
export const UNHINDERED = {
  MAIL_FROM: 'letters@example.org',
  OPERATOR_NAME: 'Example Campaigns',
  SEND_HOURS: '00:00-24:00',
  SEND_PER_MP_HOUR: '1000000',
  MEMBERS_API_URL: 'off',
  LOG_LEVEL: 'fatal',
}

/** Some worker processes that share one database and one mail service, and can be killed at any moment. */
export function crowdOfWorkers({ databaseUrl, service, workers, call, more }: Settings) {
  /** By the key that each shows to the mail service. */
  const running = new Map<string, ChildProcess>()
  let closing = false
  /** What workers said that ended without being killed: there should be none. */
  const fell: string[] = []
  let started = 0
  function start(): void {
    const key = `re_${++started}`
    const child = spawn(process.execPath, call, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: childEnvironment({
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: env().authSecrets.join(','),
        DATA_KEYS: env()
          .dataKeys.map(({ key }) => key.toString('hex'))
          .join(','),
        RESEND_API_KEY: key,
        RESEND_BASE_URL: service.url,
        ...UNHINDERED,
        ...more,
      }),
    })
    running.set(key, child)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('close', (code, signal) => {
      running.delete(key)
      if (closing) return
      if (signal !== 'SIGKILL') fell.push(`${signal ?? code}: ${said.trim()}`)
      start()
    })
  }
  for (let count = 0; count < workers; count++) start()
  return {
    /** `kill -9` of one of them, whichever; another takes its place. */
    killOne(): void {
      const each = [...running.values()]
      each[Math.floor(Math.random() * each.length)]?.kill('SIGKILL')
    },
    /** `kill -9` of the one that asks the mail service by this header, or of all others. Gives how many. */
    killAt(authorization: string, whom: 'who asks' | 'the others'): number {
      const meant = [...running].filter(([key]) => (authorization === `Bearer ${key}`) === (whom === 'who asks'))
      return meant.filter(([, child]) => child.kill('SIGKILL')).length
    },
    fell: () => fell,
    async close(): Promise<void> {
      closing = true
      await Promise.all(
        [...running.values()].map(async (child) => {
          child.kill('SIGKILL')
          await once(child, 'exit')
        }),
      )
    },
  }
}

/** Makes the mail service slow, and now and then wrong, in every way that it can be. */
export function makeUnreliable(service: Service, random = Math.random): void {
  service.decide = () => {
    const roll = random()
    if (roll < 0.08) return 'taken-drop'
    if (roll < 0.12) return 'drop'
    if (roll < 0.16) return 'taken-500'
    if (roll < 0.18) return 'taken-garbled'
    if (roll < 0.2)
      return {
        status: 429,
        headers: { 'retry-after': '1' },
        body: { statusCode: 429, name: 'rate_limit_exceeded', message: 'Too many requests.' },
      }
    if (roll < 0.22)
      return { status: 500, body: { statusCode: 500, name: 'internal_server_error', message: 'Internal.' } }
    return null
  }
}

/** Looks again until something is so, or the time is over: then it gives `false`. */
export async function until(isSo: () => Promise<boolean>, patienceMs: number, everyMs = 500): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(everyMs)) {
    // The database may be away for a moment: that is a part of it.
    if (await isSo().catch(() => false)) return true
  }
  return false
}

/** The letters that the mail service has taken, by their ids, as often as it has. */
export function takenLetters(service: Service): string[] {
  return service.taken.flatMap(({ tags }) => {
    const tag = (name: string) => tags.find((each) => each.name === name)?.value
    return tag('kind') === 'letter' ? [tag('letter') ?? ''] : []
  })
}
