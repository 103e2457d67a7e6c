import { z } from 'zod'
import { foldName } from '@/lib/directory/search/fold-name'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { oneLine } from '@/lib/kernel/text'
import { type MembersApi, requestMembersApi } from './request'

/** A sitting member as the API lists them; `constituency` is its name there, and `constituencyId` its id where that is given. */
export type Listed = { memberId: number; name: string; party: string; constituency: string; constituencyId?: number }

/** Who sits now, and how many the API says that there are: none at all while Parliament is dissolved. */
export type MembersList = { members: Listed[]; total: number }

export type Step = { done: number; total: number }

// The API gives at most 20 at a time.
const TAKE = 20
// Above every House of Commons that there has been: more is an answer to another question.
const MOST = 1000

const text = (most: number) => z.string().transform(oneLine).pipe(z.string().min(1).max(most))

// The parts that are read of GET /api/Members/Search (members-api.parliament.uk).
const page = z.object({
  totalResults: z.int().min(0).max(MOST),
  items: z.array(
    z.object({
      value: z.object({
        id: z.int().positive(),
        nameDisplayAs: text(120),
        latestParty: z.object({ name: text(80) }),
        latestHouseMembership: z.object({
          house: z.literal(1),
          membershipFrom: text(120),
          membershipFromId: z.int().positive().optional().catch(undefined),
          membershipEndDate: z.string().nullish(),
        }),
      }),
    }),
  ),
})

/**
 * Reads all current members of the House of Commons. A list that contradicts itself, since somebody joined or left
 * while it was read page by page, is read once more, and so is an empty one: it would say that Parliament is
 * dissolved. Throws {@link ExpectedFailure} when the second reading is no better.
 */
export async function listMembers(api: MembersApi, onProgress: (step: Step) => void): Promise<MembersList> {
  const first = await wholeList(api, onProgress)
  if ('members' in first && first.total > 0) return first
  const second = await wholeList(api, onProgress)
  if ('fault' in second) throw new ExpectedFailure(`${second.fault} Nothing was changed.`)
  if ('fault' in first && second.total === 0) throw new ExpectedFailure(`${first.fault} Nothing was changed.`)
  return second
}

type List = MembersList | { fault: string }

async function wholeList(api: MembersApi, onProgress: (step: Step) => void): Promise<List> {
  const found: z.infer<typeof page>['items'] = []
  let total = 0
  do {
    const path = `/api/Members/Search?House=1&IsCurrentMember=true&skip=${found.length}&take=${TAKE}`
    const answer = await requestMembersApi(api, path, page)
    if (!answer) return { fault: 'The Members API has no list of members at that address.' }
    if (found.length > 0 && answer.totalResults !== total) {
      return { fault: 'The list of members at the Members API changed while it was read.' }
    }
    total = answer.totalResults
    if (answer.items.length === 0) break
    found.push(...answer.items)
    onProgress({ done: found.length, total })
  } while (found.length < total)
  if (found.length !== total) {
    return { fault: `The Members API names ${found.length} members where it says that there are ${total}.` }
  }
  const members = found.filter(isSitting).map(listed)
  return contradiction(members) ?? { members, total }
}

type Item = z.infer<typeof page>['items'][number]

/** One who has just left may be listed until the next day. */
function isSitting({ value }: Item): boolean {
  const { membershipEndDate } = value.latestHouseMembership
  return !membershipEndDate || Date.parse(membershipEndDate) > Date.now()
}

function listed({ value }: Item): Listed {
  const { membershipFrom, membershipFromId } = value.latestHouseMembership
  return {
    memberId: value.id,
    name: value.nameDisplayAs,
    party: value.latestParty.name,
    constituency: membershipFrom,
    ...(membershipFromId === undefined ? {} : { constituencyId: membershipFromId }),
  }
}

function contradiction(members: Listed[]): { fault: string } | null {
  const ids = new Set(members.map(({ memberId }) => memberId))
  if (ids.size < members.length) return { fault: 'The Members API lists a member twice.' }
  const seats = new Map<string, Listed>()
  for (const member of members) {
    const seat = foldName(member.constituency)
    const other = seats.get(seat)
    if (other) {
      return {
        fault: `The Members API names two members for ${member.constituency}: ${other.name} and ${member.name}.`,
      }
    }
    seats.set(seat, member)
  }
  return null
}
