import type { Started } from '@/lib/cli/start/stop-all'
import { keepStepCounts } from '@/lib/figures/counting/next-steps'
import { keepVisits } from '@/lib/figures/counting/visits'
import type { Context } from '@/lib/kernel/context'
import { repeat } from '@/lib/worker/repeat'
import { renewOnChange } from './islands/renew-public-pages'
import { type Manner, serve } from './serve'

const VISITS_MS = 5_000

/** Starts what answers visitors in this process, and notes on `started` what stops each part. */
export async function startWeb(ctx: Context, started: Started[], manner: Manner): Promise<void> {
  started.push({ what: 'counting visits', stop: keepVisitsUntilStopped(ctx) })
  started.push({ what: 'making pages anew', stop: await renewOnChange() })
  started.push({ what: 'the pages', stop: await serve(manner) })
}

/** Writes down what the front has counted, from time to time and at the end. */
function keepVisitsUntilStopped(ctx: Context): () => Promise<void> {
  const stopping = new AbortController()
  const keeping = repeat(VISITS_MS, stopping.signal, 'Visits could not be counted', () => keepCounts(ctx))
  return async () => {
    stopping.abort()
    await keeping
    await keepCounts(ctx)
  }
}

async function keepCounts(ctx: Context): Promise<void> {
  await keepVisits(ctx)
  await keepStepCounts(ctx)
}
