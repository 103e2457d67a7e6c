/** How the source of members names what is no party: whoever is the Speaker has left theirs. */
const SPEAKER = 'speaker'

/** Parties whose members do not take their seats in the House of Commons, as a matter of policy. */
export const NOT_SEATED = ['Sinn Féin']

/** A party where it stands by itself, as in a table: "Labour"; "The Speaker (no party)". */
export function partyWords(party: string): string {
  return isSpeaker(party) ? 'The Speaker (no party)' : party
}

/** A party after a name and a comma: "Rachel Blake, Labour"; "Sir Lindsay Hoyle, the Speaker (no party)". */
export function partyAfterName(party: string): string {
  return isSpeaker(party) ? 'the Speaker (no party)' : party
}

/** A party as a line of its own: "Party: Labour"; "The Speaker (no party)". */
export function partyLine(party: string): string {
  return isSpeaker(party) ? partyWords(party) : `Party: ${party}`
}

/** Whether members of this party do not take their seats in the House of Commons. */
export function takesNoSeats(party: string): boolean {
  return NOT_SEATED.some((one) => folded(one) === folded(party))
}

/** What a writer has to know of what such an MP does and does not do; `null` where there is nothing. */
export function partyNote(party: string): string | null {
  if (isSpeaker(party)) {
    return 'The Speaker belongs to no party, does not argue in debates, and votes only where a vote is tied, but acts for constituents as other MPs do.'
  }
  if (takesNoSeats(party)) {
    return `MPs of ${party} do not take their seats in the House of Commons: they neither speak nor vote there. They do act for their constituents in other ways.`
  }
  return null
}

function isSpeaker(party: string): boolean {
  return folded(party) === SPEAKER
}

function folded(party: string): string {
  return party.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase()
}
