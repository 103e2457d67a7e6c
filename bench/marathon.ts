import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { embeddedUrl } from './floor/embedded-url'
import { type Parts, processesOf } from './journeys/processes'
import { setStage } from './journeys/stage'
import { numberGiven } from './number-given'

const MINUTE_MS = 60_000
const PATIENCE_MS = 10 * MINUTE_MS

/**
 * Many journeys in a row: whether each letter went once, by the letters, the ledger, and what the played mail service
 * took; and the memory of web, worker and database, each minute. `--journeys=20000`, `--at-once=8`, `--minutes=30` to
 * end by then.
 */
export async function marathon(options: string[]): Promise<void> {
  const journeys = numberGiven(options, 'journeys', 20_000)
  const atOnce = numberGiven(options, 'at-once', 8)
  const minutes = numberGiven(options, 'minutes', 0)
  const stage = await setStage()
  const ended = new AbortController()
  try {
    const began = performance.now()
    const told = tellMemory(stage.parts, () => stage.desk.letters.size, ended.signal)
    const part = Math.min(500, journeys)
    let [done, failed] = [0, 0]
    while (done + failed < journeys && (minutes === 0 || performance.now() - began < minutes * MINUTE_MS)) {
      const measured = await stage.walk({ seconds: 0, journeys: Math.min(part, journeys - done - failed) }, atOnce)
      done += measured.done
      for (const [said, count] of measured.failures) {
        failed += count
        console.log(`  failed: ${count} × ${said}`)
      }
    }
    const seconds = (performance.now() - began) / 1000
    const sql = postgres(await embeddedUrl(stage.dataDir), { max: 1, onnotice: () => {} })
    try {
      const row = await settled(sql)
      console.log(`  ${done} journeys, ${atOnce} at once, in ${(seconds / 60).toFixed(1)} minutes; failed: ${failed}`)
      console.log(
        `  confirmed letters ${row.letters}, accepted ${row.accepted}; in the ledger: attempts ${row.attempts}, accepted ${row.taken}`,
      )
      const { lettersTaken: taken, letters } = stage.desk
      console.log(`  letters that the mail service took: ${taken}, ${letters.size} of them distinct`)
      const counts = [row.accepted, row.attempts, row.taken, taken, letters.size]
      if (failed > 0 || counts.some((count) => count !== row.letters))
        throw new Error('A letter was lost, or sent twice, or the ledger does not say what the service says.')
    } finally {
      await sql.end()
    }
    // What is let go of when nobody writes is not held.
    await sleep(MINUTE_MS)
    ended.abort()
    await told
  } finally {
    ended.abort()
    await stage.end().finally(() => stage.clear())
  }
}

type Counts = { letters: number; accepted: number; attempts: number; taken: number }

/** What the database has, once nothing waits to be sent. */
async function settled(sql: postgres.Sql): Promise<Counts> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(500)) {
    const [row] = await sql<Counts[]>`
      select count(*)::int as letters, count(*) filter (where state = 'accepted')::int as accepted,
        (select count(*)::int from delivery_attempts) as attempts,
        (select count(*)::int from delivery_attempts where outcome = 'accepted') as taken
      from letters where confirmed_at is not null`
    if (row && (row.letters === row.taken || Date.now() > deadline)) return row
  }
}

/** Prints once a minute, and at the end, what memory each part has: of the database its share of what is shared. */
async function tellMemory(parts: Parts, sent: () => number, signal: AbortSignal): Promise<void> {
  for (let minute = 0; ; minute++) {
    const of = (pids: number[], field: string) =>
      (pids.reduce((sum, pid) => sum + kilobytes(pid, field), 0) / 1024).toFixed(0).padStart(5)
    const database = [parts.database, ...childrenOf(parts.database)]
    console.log(
      `  ${String(minute).padStart(3)} min ${String(sent()).padStart(6)} letters: web ${of(processesOf(parts.web), 'Rss')} MB, worker ${of(processesOf(parts.worker), 'Rss')}, database ${of(database, 'Pss')}`,
    )
    if (signal.aborted) return
    await sleep(MINUTE_MS, null, { signal }).catch(() => {})
  }
}

function kilobytes(pid: number, field: string): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(rollup)?.[1] ?? 0)
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}
