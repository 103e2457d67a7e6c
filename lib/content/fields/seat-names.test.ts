import { expect, test } from 'vitest'
import type { Seat } from '@/lib/directory/lookup'
import { codeIn } from './seat-names'

const seats = [
  ['E1', 'Holborn and St Pancras', 'Sir Keir Starmer'],
  ['W1', 'Ynys Môn', 'Llinos Medi'],
  ['E2', 'Torfaen', 'Nick Smith'],
  ['E3', 'Bath', 'Nick Smith'],
  ['E4', 'Foyle', null],
].map(([code, name, mp]) => ({ code, name, mp: mp ? { name: mp } : null })) as Seat[]

test.each([
  ['Holborn & St Pancras', 'E1'],
  ['holborn and st. pancras', 'E1'],
  ['Ynys Mon', 'W1'],
  ['Keir Starmer', 'E1'],
  ['Rt Hon Sir Keir Starmer MP', 'E1'],
  ['Llinos Medi (Plaid Cymru)', 'W1'],
  ['Nick Smith', undefined],
  ['Nick Smith\tTorfaen\tLabour', 'E2'],
  ['Bath, Nick Smith', 'E3'],
  ['Keir Starmer, Bath', undefined],
  ['Foyle', 'E4'],
  ['MP', undefined],
  ['', undefined],
])('of a pasted list, “%s” is the seat %s', (line, code) => expect(codeIn(seats)(line)).toBe(code))
