import { z } from 'zod'
import { oneLine } from '@/lib/kernel/text'
import { type MembersApi, requestMembersApi } from './request'

/** How an election went; `held` is its day, as 2024-07-04, `turnout` how many valid votes there were. */
export type Election = {
  majority: number
  turnout: number | null
  electorate: number | null
  held: string
  title: string | null
}

const MOST_VOTES = 1_000_000
const votes = z.int().min(0).max(MOST_VOTES)
/** The API gives nought for what it does not know. */
const ofSome = votes.nullish().transform((count) => count || null)

// The parts that are read of GET /api/Location/Constituency/{id}/ElectionResult/Latest (members-api.parliament.uk).
const latest = z.object({
  value: z
    .object({
      isNotional: z.boolean(),
      majority: votes,
      turnout: ofSome,
      electorate: ofSome,
      electionDate: z
        .string()
        .transform((day) => day.slice(0, 10))
        .pipe(z.iso.date()),
      electionTitle: z
        .string()
        .transform((title) => oneLine(title).slice(0, 120) || null)
        .nullish(),
    })
    .refine(({ majority, turnout }) => turnout === null || majority <= turnout),
})

/**
 * Asks how the last election of a constituency went, by its id in the Members API. `null` where it has none, or only one
 * that was worked out for boundaries that there were not yet. Throws as {@link requestMembersApi} does.
 */
export async function latestElection(api: MembersApi, constituencyId: number): Promise<Election | null> {
  const path = `/api/Location/Constituency/${constituencyId}/ElectionResult/Latest`
  const answer = await requestMembersApi(api, path, latest)
  if (!answer || answer.value.isNotional) return null
  const { majority, turnout, electorate, electionDate, electionTitle } = answer.value
  return { majority, turnout, electorate, held: electionDate, title: electionTitle ?? null }
}
