import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { memberLists } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { Way } from '@/lib/directory/guard/let-in'
import { lockDirectory } from '@/lib/directory/lock-directory'
import { importMembers, type MembersImported } from '@/lib/directory/members/import'
import type { MemberRow } from '@/lib/directory/members/rows'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { oneLine } from '@/lib/kernel/text'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { readMemberList } from './read-list'

/** A list of members that was uploaded and waits; `staffId`: by whom. */
export type WaitingList = { id: string; at: Date; staffId: string | null; fileName: string; rows: MemberRow[] }

const MOST_NAME = 120

const stored = z.array(
  z.object({
    code: z.string(),
    member: z
      .object({ memberId: z.int(), name: z.string(), party: z.string(), email: z.string().nullable() })
      .nullable(),
    line: z.int(),
  }),
)

/**
 * Has an uploaded list of members wait, in the place of one that waits already: it is compared, and changes nothing yet.
 * Throws a `Refusal` where the actor may not, and {@link ExpectedFailure} for what is no such list: then the one that
 * waited still does.
 */
export function uploadMemberList(ctx: Context, { fileName, bytes }: { fileName: string; bytes: Uint8Array }) {
  assertAllowed(ctx, 'directory.confirm')
  const rows = readMemberList(bytes)
  return inTransaction(ctx, async (tx) => {
    await lockDirectory(tx)
    await importMembers(tx, rows, 'dry-run')
    await tx.db.delete(memberLists)
    const name = oneLine(fileName).slice(0, MOST_NAME) || 'a file'
    const staffId = tx.actor.kind === 'staff' ? tx.actor.id : null
    await tx.db.insert(memberLists).values({ at: tx.now(), staffId, fileName: name, rows })
    await recordAudit(tx, {
      verb: 'directory.compare-members',
      subject: { kind: 'directory', id: 'members' },
      after: { file: name, rows: rows.length },
    })
  })
}

/** The list that waits; null where none does. Throws a `Refusal` where the actor may not see it. */
export async function waitingMemberList(ctx: Context): Promise<WaitingList | null> {
  assertAllowed(ctx, 'directory.see')
  const [list] = await ctx.db.select().from(memberLists)
  return list ? { ...list, rows: stored.parse(list.rows) } : null
}

/**
 * Brings the list that waits in, through the guard as `importMembers`. Throws a `Refusal` where the actor may not,
 * {@link ExpectedFailure} where another one waits or none, and `ChangesTooMuch`: then it still waits.
 */
export function bringInMemberList(ctx: Context, id: string, way: Exclude<Way, 'dry-run'>): Promise<MembersImported> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    const { rows } = await taken(tx, id)
    const imported = await importMembers(tx, rows, way)
    await tx.db.delete(memberLists)
    return imported
  })
}

/** Lets the list that waits go. Throws as {@link bringInMemberList} does. */
export function discardMemberList(ctx: Context, id: string): Promise<void> {
  assertAllowed(ctx, 'directory.confirm')
  return inTransaction(ctx, async (tx) => {
    const { fileName } = await taken(tx, id)
    await tx.db.delete(memberLists)
    await recordAudit(tx, {
      verb: 'directory.discard-members',
      subject: { kind: 'directory', id: 'members' },
      before: { file: fileName },
    })
  })
}

/** The list that waits, for the rest of the caller's transaction its alone. */
async function taken(ctx: Context, id: string): Promise<WaitingList> {
  await lockDirectory(ctx)
  const [list] = await ctx.db.select().from(memberLists).where(eq(memberLists.id, id)).for('update')
  if (list) return { ...list, rows: stored.parse(list.rows) }
  throw new ExpectedFailure('This list waits no longer: it was brought in or discarded, or another took its place.')
}
