import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { sendDue } from './ledger/send-due'

/** Calls to the mail service at a time. */
const LANES = 4

/** Sends the letters that are due, in some lanes side by side: a call that takes long keeps only its own letters waiting. */
export type LetterSender = {
  /** Has a lane more look for letters, if there may be one; else those under way look again. Does not wait for it. */
  look(): void
  /** Waits until no lane is under way. */
  idle(): Promise<void>
}

/** Makes a sender, whose lanes end with their call when `signal` is set off. `send` does the sending: {@link sendDue}. */
export function letterSender(ctx: Context, signal: AbortSignal, send: typeof sendDue = sendDue): LetterSender {
  const lanes = new Set<Promise<void>>()
  let missed = false
  let nextCall = 0
  let waitsForTurn = false

  /** Calls begin so far apart as the service likes: what comes due meanwhile goes in the next. */
  async function turn(): Promise<void> {
    const now = performance.now()
    const wait = nextCall - now
    nextCall = Math.max(nextCall, now) + ctx.transport.callsApartMs
    if (wait <= 0) return
    waitsForTurn = true
    await new Promise<void>((done) => {
      const over = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', over)
        done()
      }
      const timer = setTimeout(over, wait)
      signal.addEventListener('abort', over)
    })
    waitsForTurn = false
  }

  function look(): void {
    // The lane that waits for its turn takes what is due then.
    if (signal.aborted || waitsForTurn) return
    if (lanes.size === LANES) {
      missed = true
      return
    }
    // While one is at a call, another looks whether there is more.
    const lane = send(ctx, signal, { turn, onCall: look })
      .then(() => {})
      .catch((error: unknown) => log.error({ err: error }, 'Letters could not be sent'))
      .finally(() => {
        lanes.delete(lane)
        if (missed) {
          missed = false
          look()
        }
      })
    lanes.add(lane)
  }

  return {
    look,
    async idle() {
      while (lanes.size > 0) await Promise.all(lanes)
    },
  }
}
