import { setImmediate as turn } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Context } from '@/lib/kernel/context'
import { log } from '@/lib/kernel/log'
import { confirmedLetter, letterRow, livingCampaign } from '@/lib/letters/testing'
import { onDue, tellDue } from '@/lib/letters/wake-sender'
import { letterSender } from './send-in-lanes'

const NOBODY = { turn: async () => {}, onCall: () => {} }

/** Looks for letters that find what the test says, and end when it says so. */
function heldLooks() {
  const open: { call: () => void; end: () => Promise<void>; fail: () => Promise<void> }[] = []
  const send = (_: Context, _signal?: AbortSignal, { onCall } = NOBODY) =>
    new Promise<number>((resolve, reject) => {
      const then = async (what: () => void) => {
        what()
        // Whatever follows a look that has ended has followed by then.
        await turn()
      }
      open.push({
        call: onCall,
        end: () => then(() => resolve(0)),
        fail: () => then(() => reject(new Error('A fault'))),
      })
    })
  return { open, send }
}

test('while one is at a call, another looks; however many are told at once, four look and one more after them', async () => {
  const { ctx } = await livingCampaign()
  const stopping = new AbortController()
  const { open, send } = heldLooks()
  const sender = letterSender(ctx, stopping.signal, send)
  sender.look()
  expect(open).toHaveLength(1)
  open[0]?.call()
  expect(open).toHaveLength(2)
  for (let times = 0; times < 1000; times++) sender.look()
  expect(open).toHaveLength(4)
  await open[0]?.end()
  expect(open).toHaveLength(5)
  for (const look of open.slice(1)) await look.end()
  expect(open).toHaveLength(5)
  await sender.idle()
})

test('a look that fails is logged, and keeps no later one from looking; once told to stop, none begins', async () => {
  const failed = vi.spyOn(log, 'error').mockImplementation(() => {})
  const { ctx } = await livingCampaign()
  const stopping = new AbortController()
  const { open, send } = heldLooks()
  const sender = letterSender(ctx, stopping.signal, send)
  sender.look()
  await open[0]?.fail()
  expect(failed).toHaveBeenCalledTimes(1)
  failed.mockRestore()
  sender.look()
  expect(open).toHaveLength(2)
  stopping.abort()
  sender.look()
  open[1]?.call()
  expect(open).toHaveLength(2)
  await open[1]?.end()
  await sender.idle()
})

test('a letter goes as soon as it is confirmed, without a look by the clock; what is not kept wakes nobody', async () => {
  const { ctx, campaign } = await livingCampaign()
  const stopping = new AbortController()
  const sender = letterSender(ctx, stopping.signal)
  let told = 0
  const stopListening = await onDue(() => {
    told += 1
    sender.look()
  })
  // Once for the connection, since something may have been missed before it.
  await vi.waitFor(() => expect(told).toBe(1), { timeout: 120_000, interval: 10 })
  await ctx.db
    .transaction(async (tx) => {
      await tellDue({ ...ctx, db: tx as unknown as typeof ctx.db })
      throw new Error('Not kept')
    })
    .catch(() => {})
  const { id } = await confirmedLetter(ctx, campaign)
  await vi.waitFor(async () => expect(await letterRow(ctx, id)).toMatchObject({ state: 'accepted' }), {
    timeout: 120_000,
    interval: 10,
  })
  expect(told).toBe(2)
  stopping.abort()
  await sender.idle()
  await stopListening()
})

test('where calls are to begin a second apart, what comes due meanwhile goes together in the next, and nobody else looks', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    const { ctx } = await livingCampaign()
    const transport = { ...ctx.transport, callsApartMs: 1000 }
    const began: number[] = []
    const due = [1, 0, 0, 1, 0, 0]
    // As the verb does: it looks, waits for its turn, calls, and looks again.
    const send = async (_: Context, _signal?: AbortSignal, { turn, onCall } = NOBODY) => {
      for (let calls = 0; ; calls++) {
        if (!due.shift()) return calls
        await turn()
        began.push(performance.now())
        onCall()
      }
    }
    const stopping = new AbortController()
    const sender = letterSender({ ...ctx, transport }, stopping.signal, send)
    sender.look()
    await sender.idle()
    expect(began).toHaveLength(1)
    for (let times = 0; times < 100; times++) sender.look()
    await vi.advanceTimersByTimeAsync(999)
    expect(began).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    await sender.idle()
    expect(began).toHaveLength(2)
    expect((began[1] ?? 0) - (began[0] ?? 0)).toBe(1000)
  } finally {
    vi.useRealTimers()
  }
})
