import { describe, expect, test } from 'vitest'
import { firstCampaign } from '@/lib/content/first-campaign'
import { findPart } from '@/lib/content/parts'
import type { EditorPart } from '@/lib/content/parts/field'
import { type ContentFields, fieldsOf } from './fields'
import { changeList, paragraphsOf, readChange, readPart } from './read-posted-part'

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

  test('keeps a wording that is empty yet, and its place', () => {
    expect(
      read('asks', { asks: ['turkey'], 'asks.turkey.wordings': ['One.', '', 'Two.'] })['asks.turkey.wordings'],
    ).toEqual(['One.', '', 'Two.'])
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
    expect(changedBy('asks', 'add-wording:asks.turkey.wordings')['asks.turkey.wordings']).toHaveLength(
      (before['asks.turkey.wordings']?.length ?? 0) + 1,
    )
    expect(changedBy('asks', 'remove-wording:asks.turkey.wordings:0')['asks.turkey.wordings']).toEqual(
      before['asks.turkey.wordings']?.slice(1),
    )
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
