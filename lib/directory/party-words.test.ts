import { describe, expect, test } from 'vitest'
import { partyAfterName, partyLine, partyNote, partyWords, takesNoSeats } from './party-words'

describe('the Speaker', () => {
  test.each(['Speaker', ' speaker '])('%j is no party wherever one is printed', (party) => {
    expect(partyWords(party)).toBe('The Speaker (no party)')
    expect(partyAfterName(party)).toBe('the Speaker (no party)')
    expect(partyLine(party)).toBe('The Speaker (no party)')
    expect(partyNote(party)).toContain('belongs to no party')
    expect(takesNoSeats(party)).toBe(false)
  })
})

describe('a party', () => {
  test.each(['Labour', 'Labour (Co-op)', 'Independent', 'Speaker’s Own'])('%j is named as it is', (party) => {
    expect([partyWords(party), partyAfterName(party), partyLine(party)]).toEqual([party, party, `Party: ${party}`])
    expect(partyNote(party)).toBeNull()
    expect(takesNoSeats(party)).toBe(false)
  })

  test.each(['Sinn Féin', 'Sinn Fe\u0301in', 'sinn fein'])('%j is said not to take its seats', (party) => {
    expect(takesNoSeats(party)).toBe(true)
    expect(partyWords(party)).toBe(party)
    expect(partyNote(party)).toContain('do not take their seats in the House of Commons')
  })
})
