import '@/lib/kernel/node-env'
import { stat } from 'node:fs/promises'
import { copyOut } from '@/db/backup/copy-out'
import type { At } from '@/db/server-address/drivers'
import { env } from '@/lib/kernel/env'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'
import { idOfSecret } from '@/lib/kernel/secrets/id-of-secret'
import { counted } from '@/lib/kernel/text'
import { parsedArguments } from './arguments'
import { writeEncrypted } from './backup/encrypted-file'
import { type Progress, withProgress } from './progress'
import { runCommand, WrongUsage } from './run-command'
import { prepareDatabase } from './start/prepare-database'

const USAGE = `Usage:
  npm run backup -- FILE   encrypted for BACKUP_RECIPIENT: docs/backup.md`

/** As the database is: it is not brought up to date for it. */
async function backup(args: string[]): Promise<void> {
  const { words } = parsedArguments(args, [], USAGE)
  const [file, ...more] = words
  if (!file || more.length > 0) throw new WrongUsage(USAGE)
  if (env().backupRecipients.length === 0)
    throw new ExpectedFailure('BACKUP_RECIPIENT is not set: npm run keys -- backup makes one. Nothing was written.')
  const { direct, release } = await prepareDatabase()
  try {
    const rows = await withProgress((onProgress) => copyTo(file, direct, onProgress))
    const megabytes = ((await stat(file)).size / 1_000_000).toFixed(1)
    process.stdout.write(
      `${file} holds the installation: ${counted(rows, 'row')}, ${megabytes} MB. DATA_KEYS and AUTH_SECRET are not in it: keep a copy of them.\n`,
    )
  } finally {
    await release()
  }
}

function copyTo(file: string, at: At, onProgress: Progress): Promise<number> {
  return writeEncrypted(file, env().backupRecipients, (put) =>
    copyOut(
      at,
      (found) => ({
        format: 'dear-mp backup',
        version: 1,
        takenAt: new Date().toISOString(),
        ...found,
        dataKeys: found.dataKeys.length > 0 ? found.dataKeys : dataKeys().map(({ id }) => id),
        authSecret: idOfSecret(env().authSecrets[0]),
      }),
      put,
      (step) => onProgress('Copying', step),
    ),
  )
}

await runCommand(backup)
