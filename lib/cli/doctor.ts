import '@/lib/kernel/node-env'
import { disconnect } from '@/db/client'
import { serverVersion } from '@/db/server-version'
import { liveCampaigns } from '@/lib/content/find-campaign'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import type { Check } from '@/lib/mailer/preflight/check'
import { checkAnswers } from '@/lib/mailer/preflight/check-answers'
import { checkSenderDomain, checkWebhook } from '@/lib/mailer/preflight/check-sender-domain'
import { contextFor } from '@/lib/mailer/process-context'
import { parsedArguments } from './arguments'
import { faultsOf, linesOf } from './check-lines'
import { lookInside } from './doctor/inside'
import { look } from './doctor/look'
import { lookOutside } from './doctor/outside'
import { runCommand, WrongUsage } from './run-command'
import { connectPool } from './start/connect-pool'
import { type Prepared, prepareDatabase } from './start/prepare-database'

const USAGE = `Usage:
  npm run doctor`

/** Looks at all that an operator can get wrong, and says of each what to do; as it stands, with nothing brought up to date. */
async function doctor(args: string[]): Promise<void> {
  if (parsedArguments(args, [], USAGE).words.length > 0) throw new WrongUsage(USAGE)
  const checks: Check[] = []
  const tell = (more: (Check | null)[]) => {
    for (const check of more) {
      if (!check) continue
      checks.push(check)
      process.stdout.write(`${linesOf(check).join('\n')}\n`)
    }
  }
  tell([await look('Settings', () => ({ found: `those of ${env().appUrl}` }))])
  if (checks.every(({ ok }) => ok)) {
    const prepared = await prepareDatabase().catch((error: Error) => error)
    if (prepared instanceof Error) tell([await look('Database', () => Promise.reject(prepared))])
    else await lookAt(prepared, tell).finally(() => disconnect().finally(() => prepared.release()))
  }
  const faults = faultsOf(checks)
  if (faults) throw new ExpectedFailure(faults)
}

async function lookAt(prepared: Prepared, tell: (checks: (Check | null)[]) => void): Promise<void> {
  connectPool(prepared)
  const ctx = contextFor({ kind: 'system' })
  tell([await look('Database', async () => ({ found: await databaseWords(prepared) }))])
  const inside = await lookInside(ctx)
  tell(inside)
  // What is asked of the database below fails with it, or with tables that are not there yet.
  if (inside.some(({ name, ok }) => name === 'Migrations' && !ok)) return
  const [live] = await liveCampaigns(ctx)
  tell(await lookOutside(ctx, live?.slug ?? null))
  tell([...(await checkSenderDomain(ctx)), await checkAnswers(ctx), await checkWebhook(ctx)])
}

async function databaseWords({ direct, embedded, pooled }: Prepared): Promise<string> {
  const version = `PostgreSQL ${await serverVersion(direct, 10)}`
  if (embedded) return `${version}, the one that comes with this product, under DATA_DIR`
  return pooled
    ? `${version}, behind a transaction pooler, which DATABASE_DIRECT_URL goes round`
    : `${version}, of DATABASE_URL`
}

await runCommand(doctor)
