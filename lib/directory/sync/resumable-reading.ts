import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { directorySyncEmails, directorySyncs } from '@/db/schema/index'
import type { MembersList } from '@/lib/directory/members-api/list-members'
import type { Context } from '@/lib/kernel/context'
import { DAY } from '@/lib/kernel/time/durations'
import { endSync } from './end-sync'

/** How far a reading of the members has come, and how it is stored, so that a retry goes on from there. */
export type Reading = {
  list: MembersList | null
  emails: Map<number, string | null>
  keepList(list: MembersList): Promise<void>
  keepEmail(memberId: number, email: string | null): Promise<void>
}

const storedList = z.object({
  total: z.int(),
  members: z.array(z.object({ memberId: z.int(), name: z.string(), party: z.string(), constituency: z.string() })),
})

/** The reading that broke off less than a day ago, to resume, else a new one. Older ones are given up. */
export async function openReading(ctx: Context): Promise<Reading & { id: string }> {
  const yesterday = new Date(ctx.now().getTime() - DAY)
  const old = and(unread, lte(directorySyncs.startedAt, yesterday))
  for (const { id } of await ctx.db.select({ id: directorySyncs.id }).from(directorySyncs).where(old)) {
    await endSync(ctx, id, 'given-up')
  }
  const begun = (await brokenOff(ctx)) ?? (await begin(ctx))
  return {
    ...begun,
    async keepList(list) {
      await ctx.db.update(directorySyncs).set({ listed: list }).where(eq(directorySyncs.id, begun.id))
    },
    async keepEmail(memberId, email) {
      await ctx.db.insert(directorySyncEmails).values({ syncId: begun.id, memberId, email })
    },
  }
}

/** For a dry run: a reading that stores nothing, and goes on from one that broke off. */
export async function passingReading(ctx: Context): Promise<Reading> {
  const begun = (await brokenOff(ctx)) ?? { list: null, emails: new Map() }
  return { ...begun, keepList: async () => {}, keepEmail: async () => {} }
}

/** What a stored reading has read so far. */
export async function storedReading(ctx: Context, id: string): Promise<Pick<Reading, 'list' | 'emails'>> {
  const [row] = await ctx.db
    .select({ listed: directorySyncs.listed })
    .from(directorySyncs)
    .where(eq(directorySyncs.id, id))
  const emails = await ctx.db
    .select({ memberId: directorySyncEmails.memberId, email: directorySyncEmails.email })
    .from(directorySyncEmails)
    .where(eq(directorySyncEmails.syncId, id))
  return {
    list: row?.listed ? storedList.parse(row.listed) : null,
    emails: new Map(emails.map(({ memberId, email }) => [memberId, email])),
  }
}

const unread = and(isNull(directorySyncs.readAt), isNull(directorySyncs.endedAt))

async function brokenOff(ctx: Context) {
  const yesterday = new Date(ctx.now().getTime() - DAY)
  const [row] = await ctx.db
    .select({ id: directorySyncs.id })
    .from(directorySyncs)
    .where(and(unread, gt(directorySyncs.startedAt, yesterday)))
    .orderBy(desc(directorySyncs.startedAt))
    .limit(1)
  return row ? { id: row.id, ...(await storedReading(ctx, row.id)) } : null
}

async function begin(ctx: Context) {
  const [row] = await ctx.db
    .insert(directorySyncs)
    .values({ startedAt: ctx.now() })
    .returning({ id: directorySyncs.id })
  if (!row) throw new Error('A reading of the members could not be begun.')
  return { id: row.id, list: null, emails: new Map<number, string | null>() }
}
