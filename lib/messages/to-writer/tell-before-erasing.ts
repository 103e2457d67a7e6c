import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { letters } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { BATCH_ROWS } from '@/lib/kernel/in-batches'
import { log } from '@/lib/kernel/log'
import { readRows } from '@/lib/kernel/read-rows'
import { SendFailure } from '@/lib/mailer/send-failure'
import { sendCopy } from './copy-and-held'
import { tellFailed } from './failed'

/** Days for which a text is kept past its time for what its writer is to be told with it, where no mail goes. */
export const OWED_WORD_DAYS = 7

/** What writers are promised to be told with their text, by the first word of its job's key. */
const WORDS: Record<string, (ctx: Context, letterId: string) => Promise<void>> = { failed: tellFailed, copy: sendCopy }

const keys = sql`(${sql.join(
  Object.keys(WORDS).map((word) => sql`${`${word} `} || letters.id`),
  sql`, `,
)})`

/** That a letter's writer is still to be told something with its text: it waits in the queue, or is just being said. */
export const isOwedWord: SQL = sql`(${letters.textSealed} is not null and exists (
  select from graphile_worker._private_jobs owed
  where owed.key in ${keys} and (owed.attempts < owed.max_attempts or owed.locked_at is not null)
    and owed.created_at > clock_timestamp() - make_interval(days => ${OWED_WORD_DAYS}::int)
))`

/**
 * Says what writers are still to be told of the letters where `due` holds, before their text goes: after an outage
 * the queue comes to it too late. Each job is locked while its word is said, so that no worker says it as well. One
 * that cannot be said stays in the queue. Where the mail service takes nothing, the rest is left for another time.
 */
export async function sayOwedWords(ctx: Context, due: SQL | undefined): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const owed = await readRows(
      ctx.db,
      z.object({ id: z.string() }),
      sql`
      select letters.id from letters
      where letters.text_sealed is not null and ${due} and letters.id > ${last}::uuid
        and exists (select from graphile_worker._private_jobs owed where owed.key in ${keys} and owed.locked_at is null)
      order by letters.id limit ${BATCH_ROWS}::int`,
    )
    for (const { id } of owed) if (!(await saidAll(ctx, id))) return
    const end = owed.at(-1)
    if (!end) return
    last = end.id
  }
}

/** Whether the mail service takes mail, as far as can be told. */
async function saidAll(ctx: Context, letterId: string): Promise<boolean> {
  for (const [word, say] of Object.entries(WORDS)) {
    try {
      await inTransaction(ctx, async (inner) => {
        const key = `${word} ${letterId}`
        const [job] = await inner.db.execute(sql`
          select id from graphile_worker._private_jobs where key = ${key} and locked_at is null for update skip locked`)
        if (!job) return
        await say(inner, letterId)
        await inner.db.execute(sql`delete from graphile_worker._private_jobs where id = ${job.id}`)
      })
    } catch (error) {
      log.warn({ err: error, letterId }, 'A writer could not be told before the text of their letter goes')
      if (error instanceof SendFailure) return false
    }
  }
  return true
}

/**
 * Takes up again what was given up of what writers are to be told about letters whose text is there: while mail is out
 * of order for longer than a job is tried, nobody would hear of the end of their letter, or that it comes.
 */
export async function takeUpGivenUp({ db }: Context): Promise<number> {
  const taken = await db.execute(sql`
    update graphile_worker._private_jobs job set attempts = 0, run_at = clock_timestamp()
    where job.id in (
      select given_up.id from graphile_worker._private_jobs given_up
      join graphile_worker._private_tasks task on task.id = given_up.task_id
      join letters on letters.id = (given_up.payload ->> 'letterId')::uuid and letters.text_sealed is not null
      where task.identifier in ('tell-failed', 'send-copy', 'tell-wait-ends')
        and given_up.attempts >= given_up.max_attempts and given_up.locked_at is null
      limit ${BATCH_ROWS}::int for update of given_up skip locked
    )`)
  return taken.count
}
