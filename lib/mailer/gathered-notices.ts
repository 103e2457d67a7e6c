// State: one copy in a process.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Message, Transport } from '@/lib/kernel/transport'
import { SendFailure } from './send-failure'

/** Calls of which nobody knows whether they were taken that are kept to be made again: some 30 MB of mail at most. */
const MOST_UNSETTLED = 10

type Call = { key: string; messages: Message[]; again?: Promise<Map<string, string>> }
type Waiting = { message: Message; done: (id: string) => void; failed: (error: unknown) => void }

/** Hands one notice over; gives the service's id of it. Throws as the transport does. */
type Notify = (message: Message) => Promise<string>

const known = new WeakMap<Transport, Notify>()

/**
 * How notices are handed to a transport. Where it takes many at once they are gathered: what comes while a call is under
 * way goes in the next, so many as it takes, and calls begin so far apart as it likes. One that comes alone goes under
 * its own key.
 *
 * A call that may have been taken is kept: whoever tries one of its messages again has that very call made again, and
 * none goes twice. That is known to this process alone: after a kill at that moment a notice can go a second time.
 */
export function noticesTo(transport: Transport): Notify {
  const have = known.get(transport)
  if (have) return have
  const made = transport.most > 1 ? gathering(transport) : alone(transport)
  known.set(transport, made)
  return made
}

function alone(transport: Transport): Notify {
  return async (message) => (await transport.send([message], message.key))[0] ?? ''
}

function gathering(transport: Transport): Notify {
  const waiting: Waiting[] = []
  const pending = new Map<string, Promise<string>>()
  const unsettled: Call[] = []
  let isCalling = false
  let lastCall = Number.NEGATIVE_INFINITY

  function gather(message: Message): Promise<string> {
    const same = pending.get(message.key)
    if (same) return same
    const id = new Promise<string>((done, failed) => waiting.push({ message, done, failed }))
    pending.set(message.key, id)
    void id.catch(() => {}).finally(() => pending.delete(message.key))
    if (!isCalling) void callWhileSomeWait()
    return id
  }

  async function callWhileSomeWait(): Promise<void> {
    isCalling = true
    while (waiting.length > 0) {
      const wait = lastCall + transport.callsApartMs - performance.now()
      if (wait > 0) await sleep(wait)
      lastCall = performance.now()
      await settle(waiting.splice(0, transport.most))
    }
    isCalling = false
  }

  async function settle(some: Waiting[]): Promise<void> {
    const messages = some.map(({ message }) => message)
    const call: Call = { key: some.length === 1 ? (messages[0]?.key ?? '') : randomUUID(), messages }
    try {
      const ids = await transport.send(messages, call.key)
      for (const [place, { done }] of some.entries()) done(ids[place] ?? '')
    } catch (error) {
      // One of them is refused, and nobody says which.
      if (isKind(error, 'refused') && some.length > 1) {
        const half = Math.ceil(some.length / 2)
        await settle(some.slice(0, half))
        return settle(some.slice(half))
      }
      if (mayHaveBeenTaken(error)) unsettled.splice(0, unsettled.push(call) - MOST_UNSETTLED)
      for (const { failed } of some) failed(error)
    }
  }

  /** Makes a call again as it was, once for all that ask for it meanwhile. */
  async function makeAgain(call: Call, key: string): Promise<string> {
    call.again ??= transport
      .send(call.messages, call.key)
      .then((ids) => new Map(call.messages.map((message, place) => [message.key, ids[place] ?? ''])))
    try {
      return (await call.again).get(key) ?? ''
    } catch (error) {
      delete call.again
      if (!isKind(error, 'refused') && !isKind(error, 'clash')) throw error
      // It can tell no more of them.
      const at = unsettled.indexOf(call)
      if (at >= 0) unsettled.splice(at, 1)
      throw call.messages.length === 1 ? error : new SendFailure('later', 'The service forgot a call.')
    }
  }

  return async (message) => {
    const before = unsettled.find((call) => call.messages.some((each) => each.key === message.key))
    return before ? makeAgain(before, message.key) : gather(message)
  }
}

function isKind(error: unknown, kind: SendFailure['kind']): boolean {
  return error instanceof SendFailure && error.kind === kind
}

/** As for letters: what no transport knows counts as not knowing. */
function mayHaveBeenTaken(error: unknown): boolean {
  return !(error instanceof SendFailure) || error.kind === 'unknown'
}
