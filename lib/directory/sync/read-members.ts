import { constituencies } from '@/db/schema/index'
import type { Sitting } from '@/lib/directory/members/compare'
import { type Listed, listMembers, type MembersList, type Step } from '@/lib/directory/members-api/list-members'
import { officeEmail } from '@/lib/directory/members-api/office-email'
import type { MembersApi } from '@/lib/directory/members-api/request'
import { foldName } from '@/lib/directory/search/fold-name'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import type { Reading } from './resumable-reading'

/** Every seat with its member, and how many members the API counts. */
export type MembersRead = { sittings: Sitting[]; total: number }

export type Progress = (what: 'members' | 'contact details', step: Step) => void

/**
 * Reads what is not read yet: the list of members, then each one's contact details, a few at a time, and keeps
 * each as it comes. Throws {@link ExpectedFailure} when the API fails, or names a constituency that is not among
 * ours; what was read until then stays kept.
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
  return { sittings: await sittingsOf(ctx, whole, emails), total: whole.total }
}

/** Every seat and who is listed for it; a seat that no member is listed for is vacant. */
export async function sittingsOf(
  ctx: Context,
  { members }: MembersList,
  emails: ReadonlyMap<number, string | null>,
): Promise<Sitting[]> {
  const seats = await ctx.db.select({ code: constituencies.code, name: constituencies.name }).from(constituencies)
  const byName = new Map(members.map((member) => [foldName(member.constituency), member]))
  const sittings = seats.map(({ code, name }) => {
    const folded = foldName(name)
    const member = byName.get(folded)
    byName.delete(folded)
    return { code, member: member ? withEmail(member, emails) : null }
  })
  if (byName.size > 0) throw new ExpectedFailure(unknownNames([...byName.values()]))
  return sittings
}

function withEmail({ memberId, name, party }: Listed, emails: ReadonlyMap<number, string | null>) {
  return { memberId, name, party, email: emails.get(memberId) ?? null }
}

function unknownNames(members: Listed[]): string {
  const names = members.slice(0, 5).map(({ constituency, name }) => `${constituency} (${name})`)
  const more = members.length > 5 ? ` and ${members.length - 5} more` : ''
  return `The Members API names constituencies that the directory does not have: ${names.join(', ')}${more}. Nothing was changed.`
}

/** Ends when all that had begun have ended, so that nothing goes on behind a failure. */
async function aFewAtATime<T>(atOnce: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all]
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      await work(one).catch((error: unknown) => {
        waiting.length = 0
        throw error
      })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, worker))
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
}
