import { and, inArray, isNull } from 'drizzle-orm'
import { constituencies, mps } from '@/db/schema/index'
import { isTooMany } from '@/lib/directory/guard/too-many-changes'
import { addressesByHand, addressThatCounts } from '@/lib/directory/members/by-hand'
import type { Sitting } from '@/lib/directory/members/compare'
import { aFewAtATime } from '@/lib/directory/members-api/a-few-at-a-time'
import { type Listed, listMembers, type MembersList, type Step } from '@/lib/directory/members-api/list-members'
import { officeEmail } from '@/lib/directory/members-api/office-email'
import type { MembersApi } from '@/lib/directory/members-api/request'
import { foldName } from '@/lib/directory/search/fold-name'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import type { Reading } from './resumable-reading'

/** `strange`: who is listed for a seat of a name that is not among ours. */
type Placed = { sittings: Sitting[]; strange: Listed[] }

/** Every seat with its member, the addresses that the API gives by its members' ids, and how many members it counts. */
export type MembersRead = Placed & { emails: ReadonlyMap<number, string | null>; total: number }

export type Progress = (what: 'members' | 'contact details', step: Step) => void

/**
 * Reads what is not read yet: the list of members, then each one's contact details, a few at a time, and keeps
 * each as it comes. Throws {@link ExpectedFailure} when the API fails, or names more than a few constituencies that are
 * not among ours; what was read until then stays kept.
 */
export async function readMembers(
  ctx: Context,
  api: MembersApi,
  reading: Reading,
  onProgress: Progress,
): Promise<MembersRead> {
  const { list, emails } = reading
  const whole = list ?? (await listMembers(api, (step) => onProgress('members', step)))
  // Before it is kept: with a name that we do not know it leads nowhere, and is to be read afresh.
  await sittingsOf(ctx, whole, emails)
  if (!list) await reading.keepList(whole)
  const total = whole.members.length
  const unread = whole.members.filter(({ memberId }) => !emails.has(memberId))
  onProgress('contact details', { done: total - unread.length, total })
  await aFewAtATime(api.rate.atOnce, unread, async ({ memberId }) => {
    const email = await officeEmail(api, memberId)
    await reading.keepEmail(memberId, email)
    emails.set(memberId, email)
    onProgress('contact details', { done: emails.size, total })
  })
  return { ...(await sittingsOf(ctx, whole, emails)), emails, total: whole.total }
}

/**
 * Every seat and who is listed for it; a seat that no member is listed for is vacant. Where somebody is listed for a seat
 * of another name than ours, the seat that they sit for is left out, so that it stays as it is; all seats that nobody is
 * listed for, where theirs is not known.
 */
export async function sittingsOf(
  ctx: Context,
  { members }: MembersList,
  emails: ReadonlyMap<number, string | null>,
): Promise<Placed> {
  const seats = await ctx.db.select({ code: constituencies.code, name: constituencies.name }).from(constituencies)
  const byHand = await addressesByHand(ctx)
  const byName = new Map(members.map((member) => [foldName(member.constituency), member]))
  const sittings = seats.map(({ code, name }) => {
    const folded = foldName(name)
    const member = byName.get(folded)
    byName.delete(folded)
    return { code, member: member ? withEmail(member, emails, byHand) : null }
  })
  const strange = [...byName.values()]
  if (isTooMany(strange.length, seats.length)) throw new ExpectedFailure(unknownNames(strange))
  if (strange.length === 0) return { sittings, strange }
  const empty = new Set(sittings.flatMap(({ code, member }) => (member ? [] : [code])))
  const kept = (await seatsOf(ctx, strange, empty)) ?? empty
  return { sittings: sittings.filter(({ code }) => !kept.has(code)), strange }
}

/** The seats among `empty` that these sit for as things stand; null where one of them sits for none. */
async function seatsOf(ctx: Context, strange: Listed[], empty: ReadonlySet<string>): Promise<Set<string> | null> {
  const ids = strange.map(({ memberId }) => memberId)
  const rows = await ctx.db
    .select({ code: mps.constituencyCode })
    .from(mps)
    .where(and(isNull(mps.until), inArray(mps.memberId, ids)))
  const codes = new Set(rows.map(({ code }) => code).filter((code) => empty.has(code)))
  return codes.size === strange.length ? codes : null
}

function withEmail(
  { memberId, name, party }: Listed,
  emails: ReadonlyMap<number, string | null>,
  byHand: Awaited<ReturnType<typeof addressesByHand>>,
) {
  const email = addressThatCounts(emails.get(memberId) ?? null, byHand.get(memberId))
  return { memberId, name, party, email }
}

function unknownNames(members: Listed[]): string {
  return `The Members API names constituencies that the directory does not have: ${someListed(members)}. Nothing was changed.`
}

/** "Old Sarum (Ann Example)", of the first five. */
export function someListed(members: Listed[]): string {
  const names = members.slice(0, 5).map(({ constituency, name }) => `${constituency} (${name})`)
  return `${names.join(', ')}${members.length > 5 ? ` and ${members.length - 5} more` : ''}`
}
