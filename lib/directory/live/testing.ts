import { createServer, type ServerResponse } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { listeningAt, SECRET, send, wrongAnswers } from '@/lib/directory/testing'

/** What the played sources know of a postcode, or how they fail at it; `code` null is a place without a seat. */
export type PlayedPostcode = { names: string[]; code: string | null } | 'terminated' | { failing: Failure }

/** The ways in which a source can fail that the tests play. */
export const failures = [
  'silence',
  'stall',
  'hang-up',
  'status 429',
  'status 500',
  'html',
  'other json',
  'cut json',
  'empty',
  'flood',
] as const
export type Failure = (typeof failures)[number]

export type PlayedSources = {
  membersApiUrl: string
  postcodesApiUrl: string
  /** How each source fails now; null while it answers as it should. */
  failing: { members: Failure | null; postcodes: Failure | null }
  /** The path of each request so far, oldest first. */
  asked: string[]
  /** Called when one has gone quiet in the midst of an answer, or before it. */
  whenQuiet: () => void
  close(): Promise<void>
}

/**
 * A local server that plays the Members API's constituency search under `/members` and postcodes.io under
 * `/postcodes-io`, in their recorded shapes (trimmed), for the compact postcodes that it is given. For tests only.
 */
export async function playSources(known: Record<string, PlayedPostcode>): Promise<PlayedSources> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    played.asked.push(`${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`)
    const members = pathname === '/members/api/Location/Constituency/Search'
    const text = members ? searchParams.get('searchText') : /^\/postcodes-io\/postcodes\/(.+)$/.exec(pathname)?.[1]
    const asked = known[decodeURIComponent(text ?? '').replace(/\s/g, '')]
    const failsAtIt = typeof asked === 'object' && 'failing' in asked ? asked.failing : null
    const failure = played.failing[members ? 'members' : 'postcodes'] ?? failsAtIt
    if (failure) return fail(response, failure, () => played.whenQuiet())
    const postcode = typeof asked === 'object' && 'failing' in asked ? undefined : asked
    const [status, body] = members ? [200, membersAnswer(postcode)] : postcodesAnswer(postcode)
    send(response, status, JSON.stringify(body))
  })
  const { base, close } = await listeningAt(server)
  const played: PlayedSources = {
    membersApiUrl: `${base}/members`,
    postcodesApiUrl: `${base}/postcodes-io`,
    failing: { members: null, postcodes: null },
    asked: [],
    whenQuiet: () => {},
    close,
  }
  return played
}

type Known = Exclude<PlayedPostcode, { failing: Failure }>

function membersAnswer(postcode: Known | undefined) {
  const names = postcode && postcode !== 'terminated' ? postcode.names : []
  const items = names.map((name, at) => ({
    value: { id: 4000 + at, name, startDate: '2024-05-31T00:00:00', endDate: null, currentRepresentation: null },
    links: [],
  }))
  return { items, totalResults: items.length, resultContext: 'played', skip: 0, take: 20, links: [] }
}

function postcodesAnswer(postcode: Known | undefined): [number, object] {
  const missing = { status: 404, error: 'Postcode not found' }
  if (!postcode) return [404, missing]
  if (postcode === 'terminated')
    return [404, { ...missing, terminated: { year_terminated: 1996, month_terminated: 6 } }]
  const { names, code } = postcode
  const result = {
    country: 'England',
    parliamentary_constituency_2024: names[0] ?? null,
    codes: { admin_district: 'E07000111', parliamentary_constituency_2024: code },
  }
  return [200, { status: 200, result }]
}

const ownWrongAnswers: Partial<Record<Failure, [status: number, body: string, type?: string]>> = {
  ...wrongAnswers,
  'other json': [200, `{"status":200,"items":{"value":"${SECRET}"},"result":{"codes":["E14001172"]}}`],
  'cut json': [200, '{"items":[{"value":{"name":"Cities of Lon'],
  flood: [200, JSON.stringify({ items: [], padding: 'x'.repeat(2_000_000) })],
}

function fail(response: ServerResponse, failure: Failure, whenQuiet: () => void): void {
  const wrong = ownWrongAnswers[failure]
  if (wrong) send(response, ...wrong)
  if (failure === 'hang-up') response.destroy()
  if (failure === 'stall') response.writeHead(200, { 'content-type': 'application/json' }).write('{"status":200,')
  if (failure === 'silence' || failure === 'stall') void afterSomeTurns(whenQuiet)
}

/** By then whoever asks from this process has read what was begun. */
async function afterSomeTurns(then: () => void): Promise<void> {
  for (let count = 0; count < 10; count++) await turn()
  then()
}
