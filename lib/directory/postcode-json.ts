import type { PostcodeOutcome } from './lookup'
import type { Seat } from './seat'

export type PostcodeJson = { status: number; body: object }

/** The outcome of a look-up as `/api/postcodes/POSTCODE` answers it: the HTTP status and the JSON. */
export function postcodeJson(outcome: PostcodeOutcome): PostcodeJson {
  switch (outcome.status) {
    case 'found':
    case 'split': {
      const { postcode, status, source, seats } = outcome
      return { status: 200, body: { postcode, status, source, constituencies: seats.map(publicSeat) } }
    }
    case 'malformed':
      return refusal(400, 'malformed', 'That is not a UK postcode. A postcode looks like SW1A 0AA.')
    case 'crown_dependency':
      return refusal(422, 'crown_dependency', 'The Channel Islands and the Isle of Man have no MP at Westminster.')
    case 'bfpo':
      return refusal(422, 'bfpo', 'A forces address lies in no constituency. Use the UK home address instead.')
    case 'unknown':
    case 'unavailable':
      return refusal(404, 'unknown', `No constituency is known for ${outcome.postcode}.`)
  }
}

/** Field by field, so that the MP's e-mail and row stay inside. */
function publicSeat({ code, name, nation, mp }: Seat) {
  return { code, name, nation, mp: mp && { id: mp.memberId, name: mp.name, party: mp.party } }
}

function refusal(status: number, code: string, message: string): PostcodeJson {
  return { status, body: { error: { code, message } } }
}
