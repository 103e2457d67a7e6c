import { eitherOf } from '@/lib/kernel/text'
import type { PostcodeOutcome } from './lookup'
import { partyNote } from './party-words'
import type { Mp, Seat } from './seat'

/** `retryAfterSeconds`: when to come back, where that may help. */
export type PostcodeJson = { status: number; body: object; retryAfterSeconds?: number }

/** As long as a source that keeps failing is left alone. */
const RETRY_AFTER_SECONDS = 60

/** The outcome of a look-up as `/api/postcodes/POSTCODE` answers it: the HTTP status and the JSON. */
export function postcodeJson(outcome: PostcodeOutcome): PostcodeJson {
  switch (outcome.status) {
    case 'found':
    case 'split': {
      const { postcode, status, source, seats, shares } = outcome
      const constituencies = seats.map((seat) => {
        const properties = shares?.get(seat.code)
        return { ...publicSeat(seat), ...(properties !== undefined && { properties }) }
      })
      return { status: 200, body: { postcode, status, source, constituencies } }
    }
    case 'malformed':
      return refusal(400, 'malformed', 'That is not a UK postcode. A postcode looks like SW1A 0AA.')
    case 'crown_dependency':
      return refusal(422, 'crown_dependency', 'The Channel Islands and the Isle of Man have no MP at Westminster.')
    case 'overseas_territory':
      return refusal(
        422,
        'overseas_territory',
        `${outcome.postcode} is in ${outcome.territory}, which has no MP at Westminster.`,
      )
    case 'ambiguous': {
      const { readings } = outcome
      return refusal(422, 'ambiguous', `That may be ${eitherOf(readings)}. Ask for one of them.`)
    }
    case 'bfpo':
      return refusal(422, 'bfpo', 'A forces address lies in no constituency. Use the UK home address instead.')
    case 'unavailable':
      if (outcome.lasting) return unknown(outcome.postcode)
      return {
        ...refusal(503, 'unavailable', `${outcome.postcode} cannot be looked up just now. Try again in a minute.`),
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      }
    case 'unknown':
      return unknown(outcome.postcode)
  }
}

function unknown(postcode: string): PostcodeJson {
  return refusal(404, 'unknown', `No constituency is known for ${postcode}.`)
}

/** Field by field, so that the MP's e-mail and row stay inside. */
function publicSeat({ code, name, nation, mp }: Seat) {
  return { code, name, nation, mp: mp && publicMp(mp) }
}

/** The party as its source names it, which is what programs compare; what is to be known of it stands beside. */
function publicMp({ memberId, name, party }: Mp) {
  const note = partyNote(party)
  return { id: memberId, name, party, ...(note && { note }) }
}

function refusal(status: number, code: string, message: string): PostcodeJson {
  return { status, body: { error: { code, message } } }
}
