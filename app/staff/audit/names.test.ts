import { expect, test } from 'vitest'
import { type AnyVerb, verbs } from '@/lib/audit/verbs'
import { switchNames } from '@/lib/settings/switches/switches'
import { personWords, subjectWords, valueWords, whoDid, writtenWords } from './names'

const ID = '8eaf9c4a-0000-4000-8000-000000000000'

test.each([
  ['letters', '1', '1 letter'],
  ['supporters', '12', '12 supporters'],
  ['switch', 'sending', 'Sending to MPs'],
  ['setting', 'held_words', 'the words that hold a letter'],
  ['directory', 'members', 'the MPs'],
  ['campaign', ID, 'campaign “Libraries”'],
  ['staff', 'gone', 'member gone'],
  ['letter', '11111111-0000-4000-8000-000000000000', 'letter 11111111'],
  ['contacts', '11111111-0000-4000-8000-000000000000', 'contacts'],
])('a row about %s %s is about “%s”', (subjectKind, subjectId, words) => {
  expect(subjectWords({ subjectKind, subjectId }, new Map([[ID, 'campaign “Libraries”']]))).toBe(words)
})

test('no switch is called by its key', () => {
  for (const subjectId of switchNames) {
    expect(subjectWords({ subjectKind: 'switch', subjectId }, new Map())).not.toBe(`switch ${subjectId}`)
  }
})

test('every verb that is written down has words', () => {
  for (const [verb, { words }] of Object.entries<AnyVerb>(verbs)) {
    if (words !== undefined) expect(words, verb).toMatch(/^[a-z][^.]{5,}$/)
  }
})

test('what stood there is told in words', () => {
  expect(['yes', 'no', 'none']).toEqual([true, false, null].map(valueWords))
  expect(writtenWords('campaign', 'libraries', new Map([['campaign libraries', '“Libraries”']]))).toBe(
    'campaign: “Libraries”',
  )
  expect(writtenWords('on', false, new Map())).toBe('on: no')
  expect(writtenWords('change', 'passkey-added', new Map())).toBe('change: passkey added')
  expect(writtenWords('change', 'something newer', new Map())).toBe('change: something newer')
})

test('who did it is called by name where one is known, and by the address where none is', () => {
  const [ada, bob] = [
    { id: ID, name: 'Ada', email: 'ada@example.org' },
    { id: 'bob', name: null, email: 'bob@example.org' },
  ]
  const named = new Map([ada, bob].map((person) => [person.id, personWords(person)]))
  const who = (actorKind: 'staff' | 'system' | 'supporter', actorId: string | null, email: string | null = null) =>
    whoDid({ actorKind, actorId, email }, named)
  expect(who('staff', ID, ada.email)).toBe('Ada (ada@example.org)')
  expect(who('staff', 'bob', bob.email)).toBe('bob@example.org')
  expect(who('staff', 'gone', 'gone@example.org')).toBe('gone@example.org')
  expect(who('staff', 'erased')).toBe('a former member of the team (erased)')
  expect([who('system', null), who('supporter', null)]).toEqual(['the installation', 'a supporter'])
})
