import '@/lib/kernel/node-env'
import type pg from 'pg'
import { copyIn, emptyAgain, isEmpty } from '@/db/backup/copy-in'
import type { BackupHead } from '@/db/backup/frames'
import { migrate, migrateUpTo, newestMigrations } from '@/db/migrate'
import type { At } from '@/db/server-address/drivers'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { dataKeyOf } from '@/lib/kernel/secrets/data-keys'
import { idOfSecret } from '@/lib/kernel/secrets/id-of-secret'
import { counted } from '@/lib/kernel/text'
import { switchSettings } from '@/lib/settings/switches/switches'
import { parsedArguments } from './arguments'
import { readEncrypted } from './backup/encrypted-file'
import { runCommand, WrongUsage } from './run-command'
import { prepareDatabase } from './start/prepare-database'

const USAGE = `Usage:
  npm run restore -- FILE   into an empty database, opened with BACKUP_IDENTITY: docs/backup.md`
const VERSION = 1

async function restore(args: string[]): Promise<void> {
  const { words } = parsedArguments(args, [], USAGE)
  const [file, ...more] = words
  if (!file || more.length > 0) throw new WrongUsage(USAGE)
  const identity = env().backupIdentity
  if (!identity)
    throw new ExpectedFailure('BACKUP_IDENTITY is not set: it is what opens the backup. Nothing was changed.')
  const head = await readThrough(file, identity)
  await refuseUnfit(head)
  const { direct, release } = await prepareDatabase()
  try {
    if (!(await isEmpty(direct)))
      throw new ExpectedFailure(
        'The database is not empty: restore into an empty one, or into another DATA_DIR. Nothing was changed.',
      )
    const rows = await putBack(direct, head, file, identity)
    say(`Restored ${counted(rows, 'row')} as of ${head.takenAt}.`)
    say(
      'Letters to MPs, and the mails that ask about replies, are stopped until an administrator starts them: docs/backup.md.',
    )
    if (!env().authSecrets.map(idOfSecret).includes(head.authSecret))
      say('AUTH_SECRET is another than at the time of the backup: links that were mailed before do not work.')
  } finally {
    await release()
  }
}

/** All of the file is opened once before anything is written: what is damaged at its end is known at the beginning. */
async function readThrough(file: string, identity: string): Promise<BackupHead> {
  let head: BackupHead | undefined
  for await (const frame of readEncrypted(file, identity)) if (frame.kind === 'head') head ??= frame.head
  if (!head) throw new ExpectedFailure(`${file} is no backup. Nothing was changed.`)
  return head
}

async function refuseUnfit(head: BackupHead): Promise<void> {
  const known = await newestMigrations()
  if (head.version > VERSION || head.migration > known.ours || head.queueMigration > known.queues)
    throw new ExpectedFailure(
      'The backup is of a newer version of Dear MP: restore it with that one. Nothing was changed.',
    )
  const missing = head.dataKeys.filter((id) => !dataKeyOf(id))
  if (missing.length === 0) return
  const place = env().dataKeysKept ? `${env().dataDir}/secrets.json` : 'DATA_KEYS'
  throw new ExpectedFailure(
    `${place} lacks what the backup was sealed with (${missing.length === 1 ? 'key' : 'keys'} ${missing.join(', ')}): put it there first. Nothing was changed.`,
  )
}

async function putBack(at: At, head: BackupHead, file: string, identity: string): Promise<number> {
  try {
    await migrateUpTo(at, head.migration)
    const rows = await copyIn(at, readEncrypted(file, identity), stopSending)
    await migrate(at)
    return rows
  } catch (error) {
    await emptyAgain(at)
    if (error instanceof ExpectedFailure || !isOfDatabase(error)) throw error
    // Its code alone: what a database says of a row can repeat what stands in it.
    throw new ExpectedFailure(
      `The backup could not be put back: PostgreSQL refused it (${error.code}). The database is empty again.`,
      { cause: error },
    )
  }
}

function isOfDatabase(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[\dA-Z]{5}$/.test(error.code)
}

/** A machine that a restore is tried on must send nobody anything, nor again what has left since the backup. */
async function stopSending(client: pg.Client): Promise<void> {
  const why = { at: new Date(), why: 'Restored from a backup.', by: null }
  for (const name of ['sending', 'follow-ups'] as const)
    await client.query('insert into settings (name, value) values ($1, $2) on conflict (name) do nothing', [
      switchSettings[name].name,
      JSON.stringify(why),
    ])
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

await runCommand(restore)
