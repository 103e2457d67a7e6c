import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { SECOND } from '@/lib/kernel/time/durations'
import { type Counted, countedHere } from '@/lib/metrics/compose'

/** One asks another, under a name of its own, and is answered under the same. */
const asked = z.object({ metrics: z.literal('asked'), name: z.string() })
const answered = z.object({ metrics: z.literal('answered'), name: z.string(), said: z.unknown() })

const PATIENCE_MS = 3 * SECOND

/** A process that messages are passed to and fro with: one that we started, or `process` for the one that started us. */
type Peer = {
  on(event: 'message', take: (message: unknown) => void): unknown
  off(event: 'message', take: (message: unknown) => void): unknown
  send?(message: object, handle?: undefined, options?: undefined, done?: () => void): boolean
}

/** What each of some processes has counted; one that falls or is late is left out. */
export async function countedBy(children: Iterable<ChildProcess>): Promise<Counted[]> {
  const all = await Promise.all([...children].filter(({ connected }) => connected).map((child) => ask(child)))
  return all.filter((each): each is Counted => Array.isArray(each))
}

/** In a web process: all that the installation tells, as the first process composes it. Throws where it does not answer. */
export async function composedByFirst(): Promise<string> {
  const text = await ask(process)
  if (typeof text !== 'string') throw new Error('The first process did not answer.')
  return text
}

/** Answers whoever asks: a web process with what it has counted, the first with what it composes. */
export function answerForMetrics(peer: Peer, said: () => Promise<unknown> = countedHere): void {
  peer.on('message', async (message: unknown) => {
    const one = asked.safeParse(message)
    if (!one.success) return
    const answer = await said().catch(() => null)
    peer.send?.({ metrics: 'answered', name: one.data.name, said: answer }, undefined, undefined, () => {})
  })
}

function ask(peer: Peer): Promise<unknown> {
  const name = randomUUID()
  return new Promise((done) => {
    const take = (message: unknown) => {
      const one = answered.safeParse(message)
      if (one.success && one.data.name === name) end(one.data.said)
    }
    const late = setTimeout(() => end(null), PATIENCE_MS)
    const end = (said: unknown) => {
      clearTimeout(late)
      peer.off('message', take)
      done(said)
    }
    peer.on('message', take)
    peer.send?.({ metrics: 'asked', name }, undefined, undefined, () => {})
  })
}
