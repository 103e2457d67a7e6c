import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { listeningAt, SECRET, send, wrongAnswers } from '@/lib/directory/testing'
import type { RequestRate } from './request'

/** A member as the played API knows them; `contact` in place of the usual details. */
export type PlayedMember = {
  memberId: number
  name: string
  party: string
  constituency: string
  email: string | null
  contact?: object[]
  /** Parts of the last election of their seat; null where there is none. */
  election?: object | null
}

export const SNAPSHOT_FILE = 'lib/directory/snapshot/constituencies.csv'

/** The ways in which the API can fail that the tests play. */
export const failures = [
  'silence',
  'hang-up',
  'status 429',
  'status 500',
  'html',
  'other json',
  'cut json',
  'cut short',
  'empty',
  'flood',
] as const
export type Failure = (typeof failures)[number]

export type PlayedApi = {
  url: string
  members: PlayedMember[]
  /** How the answer to this path fails; null where it does not. `nth` counts the requests for it, from 1. */
  failing: (path: string, nth: number) => Failure | null
  retryAfter: string | null
  /** The most members that it lists at once, whatever it is asked for. */
  pageSize: number
  /** The path of each request so far, oldest first. */
  asked: string[]
  /** The most requests that were open at once. */
  most: number
  /** In place of `AbortSignal.timeout`: a time that is over when the API stays silent, however long that takes. */
  deadline(): AbortSignal
  close(): Promise<void>
}

/** As fast as tests want it, but patient: a busy machine must not look like an API that does not answer. */
export const HASTY: RequestRate = { atOnce: 4, withinMs: 60_000, backoffMs: [1, 2, 4] }

/**
 * A local server that plays the Members API's search of members and their contact details, in their recorded
 * shapes (trimmed). For tests only. `port` where its address is needed before it is there.
 */
export async function playMembersApi(members: PlayedMember[], port = 0): Promise<PlayedApi> {
  let open = 0
  const deadlines: AbortController[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    played.asked.push(path)
    open += 1
    played.most = Math.max(played.most, open)
    response.on('close', () => {
      open -= 1
    })
    const failure = played.failing(path, played.asked.filter((one) => one === path).length)
    if (failure === 'silence') for (const deadline of deadlines.splice(0)) deadline.abort()
    if (failure) return fail(response, failure, played.retryAfter)
    const answer = answerTo(new URL(path, 'http://localhost'), played)
    // A moment later, so that requests overlap where they are allowed to.
    setTimeout(() => send(response, answer ? 200 : 404, JSON.stringify(answer ?? {})), 1)
  })
  const { base, close } = await listeningAt(server, port)
  const played: PlayedApi = {
    url: base,
    members,
    failing: () => null,
    retryAfter: null,
    pageSize: 20,
    asked: [],
    most: 0,
    deadline: () => {
      const deadline = new AbortController()
      deadlines.push(deadline)
      return deadline.signal
    },
    close,
  }
  return played
}

const row = z.object({ member_id: z.coerce.number(), party: z.string(), email: z.string() })
const names = z.union([
  z
    .object({ member: z.string(), name: z.string() })
    .transform(({ member, name }) => ({ name: member, constituency: name })),
  z.object({ name: z.string(), constituency: z.string() }),
])

/** The members of a CSV in the columns of the snapshot, or of a list with a column `constituency`. */
export function membersOf(path: string): PlayedMember[] {
  const records: unknown[] = parse(readFileSync(path), { columns: true, bom: true })
  return records
    .map((record) => ({ ...row.parse(record), ...names.parse(record) }))
    .filter(({ member_id }) => member_id > 0)
    .map(({ member_id, email, party, name, constituency }) => ({
      memberId: member_id,
      name,
      party,
      constituency,
      email: email || null,
    }))
}

function answerTo({ pathname, searchParams }: URL, { members, pageSize }: PlayedApi): object | null {
  if (pathname === '/api/Members/Search') {
    const [house, current] = [searchParams.get('House'), searchParams.get('IsCurrentMember')]
    const found = house === '1' && current === 'true' ? members : []
    const [skip, take] = [Number(searchParams.get('skip')), Math.min(pageSize, Number(searchParams.get('take')))]
    const items = found.slice(skip, skip + take).map(memberItem)
    return { items, totalResults: found.length, resultContext: '', skip, take, links: [] }
  }
  const electionOf = Number(/^\/api\/Location\/Constituency\/(\d+)\/ElectionResult\/Latest$/.exec(pathname)?.[1])
  const elected = members.find(({ memberId }) => constituencyIdOf(memberId) === electionOf)
  if (elected) return elected.election === null ? null : { value: electionResult(elected), links: [] }
  const id = Number(/^\/api\/Members\/(\d+)\/Contact$/.exec(pathname)?.[1])
  const member = members.find(({ memberId }) => memberId === id)
  return member ? { value: member.contact ?? contactOf(member), links: [] } : null
}

function memberItem({ memberId, name, party, constituency }: PlayedMember) {
  return {
    value: {
      id: memberId,
      nameDisplayAs: name,
      nameFullTitle: `${name} MP`,
      latestParty: { id: 1, name: party, abbreviation: 'X' },
      latestHouseMembership: {
        membershipFrom: constituency,
        membershipFromId: constituencyIdOf(memberId),
        house: 1,
        membershipEndDate: null,
      },
    },
    links: [],
  }
}

/** The id of the seat of a played member. */
export const constituencyIdOf = (memberId: number) => 100_000 + memberId

function electionResult({ party, constituency, election }: PlayedMember) {
  return {
    result: 'X Hold',
    isNotional: false,
    electorate: 70_000,
    turnout: 40_000,
    majority: 5_000,
    electionTitle: '2024 General Election',
    electionDate: '2024-07-04T00:00:00',
    electionId: 422,
    isGeneralElection: true,
    constituencyName: constituency,
    winningParty: { id: 1, name: party, abbreviation: 'X' },
    candidates: [],
    ...election,
  }
}

function contactOf({ email, memberId }: PlayedMember) {
  const none = { typeDescription: null, isPreferred: false, notes: null }
  return [
    { ...none, type: 'Website', typeId: 6, isWebAddress: true, line1: `https://example.org/${memberId}` },
    { ...none, type: 'Parliamentary office', typeId: 1, isWebAddress: false, line1: 'House of Commons', email },
  ]
}

const ownWrongAnswers: Partial<Record<Failure, [status: number, body: string, type?: string]>> = {
  ...wrongAnswers,
  'other json': [200, `{"comment":"${SECRET}","value":"${SECRET}","items":{}}`],
  'cut json': [200, '{"items":[{"value":{"nameDisplayAs":"Rach'],
  flood: [200, JSON.stringify({ items: [], totalResults: 0, value: [], padding: 'x'.repeat(3_000_000) })],
}

function fail(response: ServerResponse, failure: Failure, retryAfter: string | null): void {
  if (retryAfter) response.setHeader('Retry-After', retryAfter)
  const wrong = ownWrongAnswers[failure]
  if (wrong) send(response, ...wrong)
  if (failure === 'hang-up') response.destroy()
  if (failure === 'cut short') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 5000 })
    response.write('{"items":[', () => response.destroy())
  }
}

/** The members of the snapshot, for a played API. */
export const snapshotMembers = (): PlayedMember[] => membersOf(SNAPSHOT_FILE)

/** Gives the first `count` members' seats to other people. */
export function withOthers(members: PlayedMember[], count: number): PlayedMember[] {
  return members.map((member, at) =>
    at < count ? { ...member, memberId: 90_000 + at, name: `Newcomer ${at}`, email: `new${at}@example.org` } : member,
  )
}
