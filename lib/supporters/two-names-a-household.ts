// State: one copy in a process.
import { and, asc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import { madeOnce } from '@/db/made-once'
import { supporters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { unseal } from '@/lib/kernel/secrets/crypto'
import { mayBeSameName } from './same-name'

/**
 * Why a sign-up cannot count, or not before a question: the same person's earlier one; two others of the household; one
 * of nearly the same name, so that only its owner can say whether there are two people. `another`: one of another name,
 * which counts unless its owner says that it is theirs.
 */
export type Earlier =
  | { kind: 'same-person'; supporterId: string }
  | { kind: 'household-full' }
  | { kind: 'perhaps-same'; supporterId: string; name: string }
  | { kind: 'another'; supporterId: string; name: string }

const OWN = {
  id: supporters.id,
  campaignId: supporters.campaignId,
  identityHash: supporters.identityHash,
  emailHash: supporters.emailHash,
  nameSealed: supporters.nameSealed,
  constituencyCode: supporters.constituencyCode,
  updatesBasis: supporters.updatesBasis,
  createdAt: supporters.createdAt,
  confirmedAt: supporters.confirmedAt,
  erasedAt: supporters.erasedAt,
}
type Own = Pick<typeof supporters.$inferSelect, keyof typeof OWN>
type Member = { id: string; identityHash: string | null; nameSealed: string | null; place: number | null }

/** As many people as share an address. */
export const HOUSEHOLD_MOST = 2
/** Before one person had one signature in a campaign, a household could have two in each of its seats. */
const READ_MOST = 20

/** What of the same campaign stands in the way of this sign-up, or `null`. */
export async function earlierSignature(ctx: Context, supporterId: string): Promise<Earlier | null> {
  const found = await withHousehold(ctx, supporterId)
  return found && earlierIn(found.own, found.members)
}

/** What stands in the way of a sign-up among the `members` of its household, or `null`. */
export function earlierIn(own: Own, members: Member[]): Earlier | null {
  const same = members.find(({ identityHash }) => identityHash === own.identityHash)
  if (same) return { kind: 'same-person', supporterId: same.id }
  if (members.length >= HOUSEHOLD_MOST) return { kind: 'household-full' }
  const name = nameOf(own)
  const named = members.map((member) => ({ supporterId: member.id, name: nameOf(member) }))
  const near = named.find((other) => mayBeSameName(name, other.name))
  if (near) return { kind: 'perhaps-same', ...near }
  const [other] = named
  return other ? { kind: 'another', ...other } : null
}

/** A sign-up, and who else has signed the campaign with the same address, the earliest first. `null` where it is gone. */
export async function withHousehold(
  ctx: Context,
  supporterId: string,
): Promise<{ own: Own; members: Member[] } | null> {
  const rows = await household(ctx.db).execute({ id: supporterId })
  const [first] = rows
  return first ? { own: first.own, members: rows.flatMap(({ member }) => member ?? []) } : null
}

const household = madeOnce((db) => {
  const other = alias(supporters, 'other')
  return db
    .select({
      own: OWN,
      member: {
        id: other.id,
        identityHash: other.identityHash,
        nameSealed: other.nameSealed,
        place: other.householdPlace,
      },
    })
    .from(supporters)
    .leftJoin(other, and(signedWith(supporters, supporters.emailHash, other), isNull(other.repeatOf)))
    .where(eq(supporters.id, sql.placeholder('id')))
    .orderBy(asc(other.confirmedAt), asc(other.id))
    .limit(READ_MOST)
    .prepare('household')
})

/** Whether a letter to the same MP that was written later with the same address is confirmed: it took this one's place. */
export async function signedSince(ctx: Context, supporterId: string): Promise<boolean> {
  const [own] = await ctx.db.select(OWN).from(supporters).where(eq(supporters.id, supporterId))
  if (!own?.emailHash) return false
  const later = and(
    signedWith(own, own.emailHash),
    eq(supporters.constituencyCode, own.constituencyCode),
    gt(supporters.createdAt, own.createdAt),
  )
  return (await ctx.db.$count(supporters, later)) > 0
}

/** That a row of `table` is another's confirmed sign-up with this address: beside a row that was read, or one in the statement. */
function signedWith(
  own: Own | typeof supporters,
  emailHash: string | typeof supporters.emailHash,
  table: Record<'campaignId' | 'emailHash' | 'id' | 'confirmedAt' | 'erasedAt', AnyPgColumn> = supporters,
) {
  return and(
    eq(table.campaignId, own.campaignId),
    eq(table.emailHash, emailHash),
    ne(table.id, own.id),
    isNotNull(table.confirmedAt),
    isNull(table.erasedAt),
  )
}

function nameOf({ id, nameSealed }: { id: string; nameSealed: string | null }): string {
  return nameSealed ? unseal(nameSealed, 'name', id) : ''
}
