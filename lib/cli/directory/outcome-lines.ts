import type { PostcodeOutcome, Seat } from '@/lib/directory/lookup'
import { partyAfterName } from '@/lib/directory/party-words'
import { parsePostcode } from '@/lib/directory/postcode'
import type { Shares } from '@/lib/directory/postcodes/known-postcode'
import { counted, eitherOf } from '@/lib/kernel/text'

/** What a postcode resolves to, as lines for a person: one for each seat, with the source. */
export function outcomeLines(outcome: PostcodeOutcome): string[] {
  switch (outcome.status) {
    case 'found':
    case 'split': {
      const notes = [outcome.source, ...(outcome.terminated ? ['terminated'] : [])].join(', ')
      if (outcome.status === 'found')
        return outcome.seats.map((seat) => `${outcome.postcode}: ${seatLine(seat)} (${notes})`)
      return [
        `${outcome.postcode}: split between ${outcome.seats.length} constituencies (${notes})`,
        ...outcome.seats.map((seat) => `  ${seatLine(seat)}${shareIn(outcome.shares, seat)}`),
      ]
    }
    case 'unknown':
      return [`${outcome.postcode}: unknown`]
    case 'unavailable':
      return [
        outcome.lasting
          ? `${outcome.postcode}: unknown, no live source is set, and no release of its area is imported`
          : `${outcome.postcode}: not known here, and no live source answered`,
      ]
    case 'crown_dependency':
      return [`${outcome.postcode}: a Crown dependency, without an MP at Westminster`]
    case 'overseas_territory':
      return [`${outcome.postcode}: in ${outcome.territory}, without an MP at Westminster`]
    case 'ambiguous':
      return [`${JSON.stringify(outcome.typed)}: may be ${eitherOf(outcome.readings)}`]
    case 'bfpo':
      return [`${outcome.postcode}: a forces address, in no constituency`]
    case 'malformed':
      return [`${JSON.stringify(outcome.typed)}: not a postcode`]
  }
}

/** The postcodes among a command's arguments: `SW1A 0AA` without quotes comes as two, and is one. */
export function postcodesIn(args: readonly string[]): string[] {
  const postcodes: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const [one = '', next] = args.slice(at, at + 2)
    const inTwo = next !== undefined && [one, next].every(isMalformed) && !isMalformed(one + next)
    postcodes.push(inTwo ? `${one} ${next}` : one)
    if (inTwo) at += 1
  }
  return postcodes
}

function isMalformed(typed: string): boolean {
  return parsePostcode(typed).kind === 'malformed'
}

function seatLine({ code, name, mp, dissolved }: Seat): string {
  const who = mp
    ? `${mp.name}, ${partyAfterName(mp.party)}${mp.email ? '' : ', no e-mail'}`
    : dissolved
      ? 'vacant, Parliament is dissolved'
      : 'vacant'
  return `${name}, ${code}: ${who}`
}

function shareIn(shares: Shares | undefined, { code }: Seat): string {
  const properties = shares?.get(code)
  return properties === undefined ? '' : `; ${counted(properties, 'property', 'properties')}`
}
