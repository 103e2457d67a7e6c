import { type SQL, sql } from 'drizzle-orm'

/**
 * That the mail service is not just being asked about a letter, as a condition for a statement that locks letters;
 * with `leasedAfter`, a call whose lease had ended by then does not count. One that is being sent is asked about once
 * more when its row is locked: another worker's call may have begun since the statement did.
 */
export function inNoCall(leasedAfter: Date | null = null): SQL {
  const after = leasedAfter ? sql`${leasedAfter.toISOString()}::timestamptz` : sql`null`
  const leased = leasedAfter
    ? sql` and (select lease_until from delivery_batches batch where batch.id = open.batch_id) > ${after}`
    : sql``
  return sql`not exists (
      select from delivery_attempts open where open.letter_id = letters.id and open.ended_at is null${leased}
    ) and not (letters.state = 'sending' and letter_in_call(letters.id, ${after}))`
}
