import { setTimeout as wait } from 'node:timers/promises'
import { and, eq, isNull, lte, ne, or, sql } from 'drizzle-orm'
import { constituencies, mps, seatElections } from '@/db/schema/index'
import { statedJob } from '@/lib/directory/job-state'
import { aFewAtATime } from '@/lib/directory/members-api/a-few-at-a-time'
import { latestElection } from '@/lib/directory/members-api/latest-election'
import { listMembers } from '@/lib/directory/members-api/list-members'
import type { MembersApi, RequestRate } from '@/lib/directory/members-api/request'
import { foldName } from '@/lib/directory/search/fold-name'
import { defineJob, nothing } from '@/lib/jobs/define-job'
import type { Context } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { log } from '@/lib/kernel/log'
import { counted } from '@/lib/kernel/text'
import { londonDay } from '@/lib/kernel/time/day'
import { DAY } from '@/lib/kernel/time/durations'

/** How each request goes, and how long it waits after one. */
export type ElectionsRate = RequestRate & { pauseMs: number }

/** Gentler than a sync: nobody waits for it. */
const GENTLER: ElectionsRate = { atOnce: 2, withinMs: 10_000, backoffMs: [2000, 8000], pauseMs: 250 }

const KEPT_MS = 30 * DAY
/** After so many failures in a row the rest is left to another night. */
const FAILURES = 5

/** How the last reading of elections ended. */
export const electionsReading = statedJob('directory_elections')

type Asked = { membersApiUrl: string | null; rate: ElectionsRate }

/**
 * Reads how the last election of each seat went, of those seats of which that is not known, whose MP is another since, or
 * that were read a month ago. Each is kept as it comes, and one that cannot be read stays as it was, until the next night.
 * Nothing with the Members API off. Throws only when the worker is told to stop.
 */
export async function readElections(
  ctx: Context,
  signal?: AbortSignal,
  { membersApiUrl, rate }: Asked = { ...ctx.env, rate: GENTLER },
): Promise<void> {
  if (!membersApiUrl) return
  const due = await seatsDue(ctx)
  if (due.length === 0) return
  try {
    const { read, why } = await readDue(ctx, { base: membersApiUrl, rate, signal }, due, rate.pauseMs)
    const isWhole = read === due.length
    const words = `The elections of ${read} of ${counted(due.length, 'seat')} were read.${isWhole ? '' : ` The others are tried another night. ${why}`}`
    await electionsReading.keep(ctx, { phase: isWhole ? 'done' : 'failed', words: words.trim() })
    log[isWhole ? 'info' : 'warn']({ due: due.length, read, why }, 'Read the last elections of seats')
  } catch (error) {
    if (signal?.aborted || !(error instanceof ExpectedFailure)) throw error
    await electionsReading.keep(ctx, { phase: 'failed', words: error.message })
    log.warn({ why: error.message }, 'The last elections of seats could not be read')
  }
}

/** Asked for after each sync. */
export const readElectionsJob = defineJob('read-elections', nothing, (ctx, _, signal) => readElections(ctx, signal))

type Due = { code: string; name: string; memberId: number }

/** In another order each day, so that seats that keep failing never hold up the same others. */
function seatsDue(ctx: Context): Promise<Due[]> {
  const old = new Date(ctx.now().getTime() - KEPT_MS)
  return ctx.db
    .select({ code: constituencies.code, name: constituencies.name, memberId: mps.memberId })
    .from(constituencies)
    .innerJoin(mps, and(eq(mps.constituencyCode, constituencies.code), isNull(mps.until)))
    .leftJoin(seatElections, eq(seatElections.constituencyCode, constituencies.code))
    .where(
      or(
        isNull(seatElections.constituencyCode),
        ne(seatElections.memberId, mps.memberId),
        lte(seatElections.readAt, old),
      ),
    )
    .orderBy(sql`md5(${constituencies.code} || ${londonDay(ctx.now())}::text)`)
}

/** How many could be read, and which was the last that could not, with what was wrong. */
async function readDue(ctx: Context, api: MembersApi, due: readonly Due[], pauseMs: number) {
  const { members } = await listMembers(api, () => {})
  const ids = new Map(members.map(({ constituency, constituencyId }) => [foldName(constituency), constituencyId]))
  let read = 0
  let failures = 0
  let why = ''
  await aFewAtATime(api.rate.atOnce, due, async (seat) => {
    const id = ids.get(foldName(seat.name))
    if (id === undefined || failures >= FAILURES) return
    const fault = await readOne(ctx, api, seat, id)
    failures = fault === null ? 0 : failures + 1
    if (fault === null) read += 1
    else why = `Of ${seat.name}: ${fault}`
    await wait(pauseMs, undefined, api.signal ? { signal: api.signal } : {})
  })
  return { read, why }
}

/** Null where it could be read, else why not. */
async function readOne(ctx: Context, api: MembersApi, { code, memberId }: Due, id: number): Promise<string | null> {
  try {
    const election = await latestElection(api, id)
    if (!election) return 'The Members API has no election that was held.'
    const { held } = election
    const values = { ...election, readAt: ctx.now() }
    await ctx.db
      .insert(seatElections)
      .values({ constituencyCode: code, memberId, ...values })
      .onConflictDoUpdate({
        target: seatElections.constituencyCode,
        // Of a new MP the election may not be there yet: until it is, the seat stays one whose MP is another.
        set: {
          ...values,
          memberId: sql`case when ${seatElections.held} = ${held} then ${seatElections.memberId} else ${memberId} end`,
        },
      })
    return null
  } catch (error) {
    if (api.signal?.aborted || !(error instanceof ExpectedFailure)) throw error
    return error.message
  }
}
