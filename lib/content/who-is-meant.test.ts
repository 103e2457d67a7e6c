import { expect, test } from 'vitest'
import type { Seat } from '@/lib/directory/lookup'
import { nearestName, seatsMeant, whoIsMeantFaults } from './who-is-meant'

const seats = [
  ['E14000001', 'Bath', 'England', 'Conservative'],
  ['E14000002', 'Leeds East', 'England', 'Labour (Co-op)'],
  ['W07000003', 'Ynys Môn', 'Wales', 'Labour'],
  ['S14000004', 'Glasgow East', 'Scotland', 'Scottish National Party'],
  ['N05000005', 'Foyle', 'Northern Ireland', null],
].map(([code = '', name = '', nation = '', party]) => ({
  code,
  name,
  nation,
  mp: party ? { id: code, memberId: 1, name: 'Ann', party, email: null, since: new Date(0) } : null,
})) as Seat[]

const faultsOf = (group: object) => whoIsMeantFaults({ groups: [{ id: 'x', name: 'X', ...group }] }, seats)

test.each([
  [{ parties: ['Labour', 'Tory'] }, 'groups.0.parties', 'no MP is of a party “Tory”. Do you mean “Conservative”?'],
  [{ parties: ['SNP'] }, 'groups.0.parties', 'Do you mean “Scottish National Party”?'],
  [{ parties: ['Conservatve'] }, 'groups.0.parties', 'Do you mean “Conservative”?'],
  [
    { seats: ['E14000001', 'Leads East'] },
    'groups.0.seats',
    'line 2, “Leads East”, is no constituency, and no MP. Do you mean “Leeds East”?',
  ],
  [{ seats: ['E14999999'] }, 'groups.0.seats', 'line 1, “E14999999”, is no constituency, and no MP.'],
  [{ seats: ['Anne'] }, 'groups.0.seats', 'Do you mean “Ann”?'],
  [{ regions: ['London'], nations: ['Wales'] }, 'groups.0.parties', 'nobody is of all that is named here'],
  [{ parties: ['Conservative'], nations: ['Wales'] }, 'groups.0.parties', 'nobody is of all that is named here'],
  [{ seats: ['N05000005'] }, 'groups.0.parties', 'nobody is of all that is named here'],
])('a group of nobody is a fault, which says the line and what was meant: %j', (group, path, message) => {
  expect(faultsOf(group)).toEqual([{ path, message: expect.stringContaining(message) }])
})

test('a party of a next step is looked at as well', () => {
  expect(whoIsMeantFaults({ nextSteps: [{ parties: ['Tories'] }] }, seats)).toMatchObject([
    { path: 'nextSteps.0.parties', message: expect.stringContaining('“Conservative”') },
  ])
})

test('what names somebody is none, whatever its case, and an empty directory accuses nobody', () => {
  for (const group of [{ parties: ['labour'] }, { seats: ['W07000003'] }, { nations: ['Scotland'] }, {}])
    expect(faultsOf(group)).toEqual([])
  expect(whoIsMeantFaults({ groups: [{ parties: ['Tory'] }] }, [])).toEqual([])
  for (const odd of [null, 7, { groups: [null, { parties: 'x' }] }]) expect(whoIsMeantFaults(odd, seats)).toEqual([])
})

test('a group is of the seats that fit all of it, Labour with those of the Co-operative Party', () => {
  const none = { parties: [], nations: [], regions: [], notSeated: false, seats: [] }
  expect(seatsMeant({ ...none, parties: ['Labour'] }, seats).map(({ name }) => name)).toEqual([
    'Leeds East',
    'Ynys Môn',
  ])
})

test('a name that is near none is not guessed at', () => expect(nearestName('Xyzzy', ['Bath', 'Foyle'])).toBeNull())
