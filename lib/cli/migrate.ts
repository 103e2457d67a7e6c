import '@/lib/kernel/node-env'
import postgres from 'postgres'
import { migrate, pendingMigrations } from '@/db/migrate'
import { forPostgres } from '@/db/server-address/drivers'
import { counted } from '@/lib/kernel/text'
import { parsedArguments } from './arguments'
import { runCommand, WrongUsage } from './run-command'
import { prepareDatabase } from './start/prepare-database'

const USAGE = `Usage:
  npm run db:migrate`

/** Brings the database up to date, as every start does by itself: for who has that done before the new version starts. */
async function migrateAlone(args: string[]): Promise<void> {
  if (parsedArguments(args, [], USAGE).words.length > 0) throw new WrongUsage(USAGE)
  const { direct, release } = await prepareDatabase()
  const sql = postgres({ ...forPostgres(direct, 'dear-mp'), max: 1 })
  try {
    const pending = await pendingMigrations(sql)
    await migrate(direct)
    const done = pending === 0 ? 'was up to date' : `is up to date: ${counted(pending, 'migration')} applied`
    process.stdout.write(`The database ${done}.\n`)
  } finally {
    await sql.end({ timeout: 5 })
    await release()
  }
}

await runCommand(migrateAlone)
