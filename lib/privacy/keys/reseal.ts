import { setTimeout as sleep } from 'node:timers/promises'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'
import { countStale } from './count-stale'
import { type Batch, resealBatch } from './reseal-batch'
import { type SealedTable, sealedTables } from './sealed-columns'

/** Rows of one transaction: they are locked for some hundredths of a second, and a letter can be long. */
const ROWS = 500
/** Rows that others were changing are passed by, and looked for again, with a rest between, so many times. */
const TRIES = 30
const REST_MS = 1000
/** Of what does not open, so many are named. */
const NAMED = 5

/** `left`: what is still sealed under another key, or in an older form; of these, how many no key opens, and some of them. */
export type Resealed = { values: number; left: number; unopened: number; named: string[] }
type Options = { onProgress?: (step: { done: number; total: number }) => void; rows?: number; tries?: number }

/**
 * Seals anew, under the newest key and bound to its row, whatever is not: in batches of their own transactions, while
 * everything else goes on. It waits for nobody's rows, holds none for long, and broken off it goes on where it was.
 */
export async function reseal(
  ctx: Context,
  { onProgress, rows = ROWS, tries = TRIES }: Options = {},
): Promise<Resealed> {
  const total = await countStale(ctx)
  let values = 0
  const pass = async () => {
    const unopened: string[] = []
    let count = 0
    for (const table of sealedTables) {
      for await (const batch of batchesOf(ctx, table, rows)) {
        values += batch.values
        count += batch.unopened.length
        unopened.push(...batch.unopened.slice(0, NAMED - unopened.length))
        onProgress?.({ done: values, total: Math.max(total, values) })
      }
    }
    return { unopened: count, named: unopened }
  }
  let last = await pass()
  let left = await countStale(ctx)
  for (let more = tries; more > 0 && left > last.unopened; more--) {
    await sleep(REST_MS)
    last = await pass()
    left = await countStale(ctx)
  }
  const key = dataKeys()[0]?.id ?? ''
  const after = { values, left, unopened: last.unopened }
  await recordAudit(ctx, { verb: 'keys.reseal', subject: { kind: 'key', id: key }, after })
  return { ...after, named: last.named }
}

/** Goes through a table once, in the order of its key. */
async function* batchesOf(ctx: Context, table: SealedTable, rows: number): AsyncGenerator<Batch> {
  let after: string | null = null
  do {
    const batch: Batch = await resealBatch(ctx, table, after, rows)
    after = batch.last
    yield batch
  } while (after !== null)
}
