import { describe, expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { findPart } from '@/lib/content/parts'
import type { EditorPart } from '@/lib/content/parts/field'
import { type ContentFields, fieldsOf } from './fields'
import { afterBoxChange, changeList, paragraphsOf, readChange, readPart } from './read-posted-part'

const before = fieldsOf(firstCampaign.content)

function part(id: string): EditorPart {
  const found = findPart(id)
  if (!found) throw new Error(`There is no part ${id}.`)
  return found
}

function read(id: string, fields: Record<string, string | string[]>): ContentFields {
  return readPart(part(id), (name) => [fields[name] ?? []].flat(), before)
}

describe('a posted part', () => {
  test('is read field by field; what was not sent stays', () => {
    expect(read('summary', { title: '  A new\r\ntitle ' })).toEqual({
      title: 'A new title',
      summary: before.summary,
      recipientAsk: before.recipientAsk,
      palette: before.palette,
      accent: '',
    })
  })

  test('takes boxes of which none is ticked for none, where the form says that it has them', () => {
    expect(read('groups', { has: ['nations'] }).nations).toEqual([])
    expect(read('groups', { nations: ['Wales', 'Scotland'] }).nations).toEqual(['Wales', 'Scotland'])
  })

  test('takes what a group in place of a letter shows, where nobody has chosen yet, as the schema has it', () => {
    const leaves = read('groups', { groups: ['new'], has: ['groups.new.aside'], 'groups.new.aside': 'yes' })
    expect(leaves).toMatchObject({ 'groups.new.aside.share': 'yes', 'groups.new.aside.thank': '' })
  })

  test.each([
    ['an empty box is no wording', ['One.', '', ' ', 'Two.'], ['One.', 'Two.']],
    ['a box of several paragraphs is several', ['One\nof two lines.\r\n\r\nTwo.'], ['One of two lines.', 'Two.']],
    ['so is one of lines that each end as a paragraph does', ['One.\r\n“Two.”\nThree?'], ['One.', '“Two.”', 'Three?']],
    ['lines that go on are one', ['One that\ngoes on.'], ['One that goes on.']],
  ])('%s', (_what, boxes, wordings) => {
    const key = 'asks.turkey.wordings'
    expect(read('asks', { asks: ['turkey'], [key]: boxes })[key]).toEqual(wordings)
  })

  test('follows the order of its items, by id or by place', () => {
    expect(read('asks', { asks: ['talks', 'turkey', 'talks', '../x'] }).asks).toEqual(['talks', 'turkey'])
    const { contacts, ...fields } = read('contacts', {
      contacts: ['1', '0'],
      'contacts.0.name': 'First',
      'contacts.1.name': 'Second',
    })
    expect(contacts).toEqual(['0', '1'])
    expect(fields).toMatchObject({ 'contacts.0.name': 'Second', 'contacts.1.name': 'First' })
  })
})

test('paragraphs end at an empty line, and points of a list each stand by themselves', () => {
  expect(paragraphsOf('One\ngoes on.\r\n\r\n\r\nTwo\n- a\n- b\n1. c\n\n')).toEqual([
    'One goes on.',
    'Two',
    '- a',
    '- b',
    '1. c',
  ])
})

describe('a button changes a list', () => {
  const changedBy = (id: string, value: string, leaves: ContentFields = before) => {
    const change = readChange(value)
    if (!change) throw new Error(`${value} is no change.`)
    return changeList(part(id), leaves, change, 'new')
  }

  test('it adds, moves and takes out', () => {
    expect(changedBy('asks', 'add:asks').asks).toEqual(['ceasefire', 'turkey', 'military-aid', 'talks', 'new'])
    expect(changedBy('asks', 'down:asks:ceasefire').asks).toEqual(['turkey', 'ceasefire', 'military-aid', 'talks'])
    expect(changedBy('asks', 'up:asks:ceasefire').asks).toEqual(before.asks)
    expect(changedBy('asks', 'remove:asks:turkey').asks).toEqual(['ceasefire', 'military-aid', 'talks'])
  })

  test('it copies an item beside it, with all that is in it, up to as many as there can be', () => {
    const copied = changedBy('asks', 'copy:asks:turkey')
    expect(copied.asks).toEqual(['ceasefire', 'turkey', 'new', 'military-aid', 'talks'])
    expect(copied['asks.new.wordings']).toEqual(before['asks.turkey.wordings'])
    const contacts = changedBy('contacts', 'copy:contacts:0')
    expect(contacts.contacts).toEqual(['0', '1', '2'])
    expect([0, 1, 2].map((at) => contacts[`contacts.${at}.name`])).toEqual([
      'Caroline Cox',
      'Caroline Cox',
      'David Thomas',
    ])
    const full = Array.from({ length: 8 }, (_, at) => `ask-${at}`)
    for (const value of ['add:asks', 'copy:asks:ask-0'])
      expect(changedBy('asks', value, { ...before, asks: full }).asks).toEqual(full)
  })

  test.each([
    ['remove-wording', '1', ['One.', 'Three.']],
    ['up-wording', '2', ['One.', 'Three.']],
    ['copy-wording', '0', ['One.', 'One.', 'Three.']],
    ['remove-wording', '0', ['Three.']],
    ['down-wording', '0', ['One.', 'Three.']],
    ['add-wording', '', ['One.', 'Three.']],
  ])('a box is known by its place, empty ones too: %s %s', (what, at, wordings) => {
    const key = 'asks.turkey.wordings'
    const change = readChange(`${what}:${key}:${at}`.replace(/:$/, ''))
    const posted = (name: string) => (name === key ? ['One.', '', 'Three.'] : name === 'asks' ? ['turkey'] : [])
    expect(readPart(part('asks'), afterBoxChange(posted, change), before)[key]).toEqual(wordings)
  })

  test('the last box can be taken out', () => {
    const key = 'letter.closes'
    const posted = (name: string) => (name === key ? ['One.'] : [])
    const change = readChange(`remove-wording:${key}:0`)
    expect(readPart(part('letter'), afterBoxChange(posted, change), before)[key]).toEqual([])
  })

  test('items without ids move with all that is in them', () => {
    const moved = changedBy('contacts', 'up:contacts:1')
    expect([moved['contacts.0.name'], moved['contacts.1.name']]).toEqual(['David Thomas', 'Caroline Cox'])
    const one = changedBy('contacts', 'remove:contacts:0')
    expect([one.contacts, one['contacts.0.name'], one['contacts.1.name']]).toEqual([['0'], 'David Thomas', undefined])
  })

  test.each(['', 'save', 'up', 'drop:asks:x', 'up:asks:x y'])('%j changes nothing', (value) =>
    expect(readChange(value)).toBeNull(),
  )
})
