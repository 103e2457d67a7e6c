// State: one copy in a process.
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { besidePool, listening } from '@/db/client'
import { log } from '@/lib/kernel/log'
import { readRows } from '@/lib/kernel/read-rows'
import { type CachedTable, cachedTables, isInStep, outdate, retryFailed, setInStep } from './cached'

/** What the triggers `…_cached` call, with the name of their table, and of the setting. */
const CHANNEL = 'cached_changed'
const EVERY_MS = 2000

let marks: Record<CachedTable, string> | undefined
let answered = true

/**
 * Keeps what this process caches in step with the database until `stop` is called: by the database's own word, and by a
 * look every 2 seconds, in the background, for what was said while the connection was cut.
 */
export async function keepInStep(): Promise<{ stop(): void }> {
  const heard = (said: string) => outdate(cachedTables.find((table) => table === said.split(' ')[0]))
  // Called each time that the connection is back as well: something may have been missed.
  const { unlisten } = await listening().listen(CHANNEL, heard, () => outdate())
  marks = await readMarks()
  setInStep(true)
  let timer: NodeJS.Timeout
  const lookLater = () => {
    // One after the other, however long one takes.
    timer = setTimeout(() => void look().then(() => isInStep() && lookLater()), EVERY_MS).unref()
  }
  lookLater()
  return {
    stop() {
      setInStep(false)
      clearTimeout(timer)
      // Not waited for: where the database is gone, so is the listening.
      unlisten().catch(() => {})
    },
  }
}

/** Looks for changes now: all that was committed before the call is seen by whoever reads after it. */
export async function look(): Promise<void> {
  if (!isInStep()) return
  try {
    const before = marks
    const now = await readMarks()
    for (const table of cachedTables) if (before?.[table] !== now[table]) outdate(table)
    marks = now
    retryFailed()
    answered = true
  } catch (error) {
    if (answered) log.error({ err: error }, 'Changes could not be looked for: what was known last counts')
    answered = false
  }
}

/**
 * Per table the number of its rows, and the sum of the transactions that wrote them: a later transaction has a higher
 * number, so whatever is committed changes one of the two. Some 1,300 rows, of which no column is read.
 */
async function readMarks(): Promise<Record<CachedTable, string>> {
  const of = (table: CachedTable) =>
    sql`(select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from ${sql.identifier(table)}) as ${sql.identifier(table)}`
  const [row] = await readRows(
    besidePool(),
    z.record(z.enum(cachedTables), z.string()),
    sql`select ${sql.join(cachedTables.map(of), sql`, `)}`,
  )
  if (!row) throw new Error('The database gave no row.')
  return row
}
