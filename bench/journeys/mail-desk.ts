import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PlayedEmail, playResend } from '@/lib/mailer/testing/play-resend'

type Service = Awaited<ReturnType<typeof playResend>>
type Waiting = { count: number; done: (mail: PlayedEmail) => void }

const LOOK_MS = 5

/** Hands out the mail that a played service has taken, by whom it is for or would be answered to; keeps none of it for long. */
export class MailDesk {
  private readonly come = new Map<string, PlayedEmail[]>()
  private readonly waiting = new Map<string, Waiting>()
  private open = true
  /** How many messages came. */
  taken = 0
  /** How many letters came, and which. */
  lettersTaken = 0
  readonly letters = new Set<string>()
  /** How many messages came again, word for word to the same address. */
  twice = 0
  private readonly seen = new Set<string>()

  constructor(private readonly service: Service) {
    void this.look()
  }

  /** The message by which there are `count` to this address (`to …`), or of this writer (`of …`). */
  async wait(key: string, count: number, patienceMs: number): Promise<PlayedEmail> {
    const there = this.come.get(key)?.[count - 1]
    if (there) return there
    const late = new AbortController()
    const mail = new Promise<PlayedEmail>((done) => this.waiting.set(key, { count, done }))
    const none = sleep(patienceMs, null, { signal: late.signal }).catch(() => null)
    const first = await Promise.race([mail, none])
    late.abort()
    if (!first) throw new Error('The mail did not come.')
    return first
  }

  forget(email: string): void {
    for (const key of [`to ${email}`, `of ${email}`]) {
      this.come.delete(key)
      this.waiting.delete(key)
    }
  }

  close(): void {
    this.open = false
  }

  private async look(): Promise<void> {
    for (; this.open; await sleep(LOOK_MS)) {
      this.service.asked.length = 0
      for (const mail of this.service.taken.splice(0)) this.sort(mail)
    }
  }

  private sort(mail: PlayedEmail): void {
    this.taken++
    const print = createHash('sha256').update(`${mail.to}\n${mail.subject}\n${mail.text}`).digest('base64')
    if (this.seen.has(print)) this.twice++
    this.seen.add(print)
    const tag = (wanted: string) => mail.tags.find(({ name }) => name === wanted)?.value ?? ''
    const isLetter = tag('kind') === 'letter'
    if (isLetter) {
      this.lettersTaken++
      this.letters.add(tag('letter'))
    }
    const key = isLetter ? `of ${mail.reply_to}` : `to ${mail.to}`
    const come = [...(this.come.get(key) ?? []), mail]
    this.come.set(key, come)
    const waiting = this.waiting.get(key)
    if (waiting && come.length >= waiting.count) waiting.done(mail)
  }
}
