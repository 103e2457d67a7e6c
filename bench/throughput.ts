import { sendDue } from '@/lib/delivery/ledger/send-due'
import { MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetters, deliveryGround } from './delivery-ground'

const LETTERS = 2000

/**
 * Letters a minute from one worker to a local server that plays Resend, with the limits lifted: looked up, rendered,
 * sealed, written down, sent and settled. Beside it, as many bare HTTP calls with a message of that size, one after
 * the other.
 */
export async function throughput(): Promise<void> {
  const ground = await deliveryGround()
  const { ctx, service } = ground
  try {
    await confirmedLetters(ctx, LETTERS)
    const began = performance.now()
    await sendDue(ctx)
    const sent = performance.now() - began
    if (service.taken.length !== LETTERS) throw new Error(`${service.taken.length} of ${LETTERS} letters were taken.`)
    const body = JSON.stringify({ ...service.taken[0], id: undefined })
    const before = performance.now()
    for (let call = 0; call < LETTERS; call++) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `bare ${call}` }
      await (await fetch(`${service.url}/emails`, { method: 'POST', headers, body })).json()
    }
    const bare = performance.now() - before
    const perMinute = (ms: number) => Math.round((LETTERS / ms) * MINUTE)
    console.log(`  ${LETTERS} letters from one worker: ${perMinute(sent)} a minute`)
    console.log(`  ${LETTERS} bare HTTP calls: ${perMinute(bare)} a minute; ratio ${(bare / sent).toFixed(2)}`)
  } finally {
    await ground.close()
  }
}
