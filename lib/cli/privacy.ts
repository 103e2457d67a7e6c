import '@/lib/kernel/node-env'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { emailFault, emailIn } from '@/lib/kernel/email-address'
import { counted } from '@/lib/kernel/text'
import { eraseByEmail } from '@/lib/privacy/erase'
import { exportByEmail } from '@/lib/privacy/export'
import { PurgeFailed, purge } from '@/lib/privacy/purge'
import { type Purged, purgedKinds, purgeWords } from '@/lib/privacy/purge-kinds'
import { parsedArguments } from './arguments'
import { momentIn } from './privacy/moment'
import { runCommand, WrongUsage } from './run-command'
import { withDatabase } from './with-database'

const USAGE = `Usage:
  npm run privacy -- purge [--as-of ISO-DATE]
  npm run privacy -- export EMAIL
  npm run privacy -- erase EMAIL`

async function privacy(args: string[]): Promise<void> {
  const { words, options } = parsedArguments(args, ['as-of'], USAGE)
  const [verb, typed = '', ...more] = words
  const email = emailIn(typed)
  const asOf = options['as-of']
  if (verb === 'purge' && words.length === 1) return purgeAsOf(asOf)
  if (more.length > 0 || asOf !== undefined || !mayBeKept(email)) throw new WrongUsage(USAGE)
  if (verb === 'export') return withDatabase((ctx) => exportPerson(ctx, email))
  if (verb === 'erase') return withDatabase((ctx) => erasePerson(ctx, email))
  throw new WrongUsage(USAGE)
}

/** Addresses with a dot out of place were taken once. */
function mayBeKept(email: string): boolean {
  return [null, 'dots'].includes(emailFault(email))
}

async function purgeAsOf(asOf: string | undefined): Promise<void> {
  const moment = asOf === undefined ? null : momentIn(asOf)
  if (asOf !== undefined && !moment)
    throw new WrongUsage(`${asOf} is not a date like 2026-11-24 or 2026-11-24T12:00Z.\n${USAGE}`)
  await withDatabase(async (ctx) => {
    try {
      print(purgedLines(await purge(moment ? { ...ctx, now: () => moment } : ctx)))
    } catch (error) {
      if (error instanceof PurgeFailed) print(purgedLines(error.erased))
      throw error
    }
  })
}

function purgedLines(erased: Purged): string[] {
  return purgedKinds.map((kind) => purgeWords[kind].done(erased[kind]))
}

async function exportPerson(ctx: Context, email: string): Promise<void> {
  const entries = await exportByEmail(ctx, email)
  // Letters are opened here for someone other than their writer: that is noted, without saying whose.
  await recordAudit(ctx, { verb: 'privacy.export', subject: { kind: 'supporters', id: `${entries.length}` } })
  print([JSON.stringify(entries, null, 2)])
}

async function erasePerson(ctx: Context, email: string): Promise<void> {
  const erased = await eraseByEmail(ctx, email)
  print([
    erased === 0
      ? 'Nothing is kept under that address.'
      : `Erased ${counted(erased, 'sign-up')} with all that belonged to it.`,
  ])
}

function print(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

await runCommand(privacy)
