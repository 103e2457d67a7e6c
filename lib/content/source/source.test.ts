import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankContent } from '@/lib/content/blank-content'
import { campaignContent } from '@/lib/content/content'
import { draftContent } from '@/lib/content/draft-content'
import { contentFaults } from '@/lib/content/faults'
import { fieldFault } from '@/lib/content/fields/field-fault'
import { contentOf, fieldsOf } from '@/lib/content/fields/fields'
import { firstCampaign } from '@/lib/content/first-campaign'
import { type Source, source } from './schema'
import { concernsHeading, facingItsDate } from './source-words'

const { content } = firstCampaign
const written = {
  organisation: 'Example Alliance',
  shortName: 'EA',
  title: 'Buses for all',
  date: '2026-11-02',
  note: 'It is theirs.',
}
const faultsOf = (value: unknown) =>
  source.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} | ${message}`) ?? []

describe('a source', () => {
  test('of a version from before there was a choice is somebody else’s, and nothing of it is lost', () =>
    expect(source.parse(written)).toEqual({ kind: 'theirs', ...written }))

  test('of our own, and none at all, need no fields', () => {
    expect(source.parse({ kind: 'ours' })).toEqual({ kind: 'ours' })
    expect(source.parse({ kind: 'none' })).toEqual({ kind: 'none' })
  })

  test('keeps nothing of the kinds that it is not', () => {
    const { title, date, note } = written
    expect(source.parse({ kind: 'ours', relation: 'Friends.', ...written })).toEqual({
      kind: 'ours',
      title,
      date,
      note,
    })
    expect(source.parse({ kind: 'none', ...written })).toEqual({ kind: 'none', note })
  })

  test.each([
    [{ kind: 'rumour' }, 'kind | What the campaign rests on: choose one of those shown.'],
    [{ ...written, kind: '' }, 'kind | What the campaign rests on: choose one of those shown.'],
    [undefined, ' | Source: missing.'],
    ['HART', ' | Source: this has to be a set of fields.'],
    [{ ...written, organisation: undefined }, 'organisation | Organisation of the source: missing.'],
    [{ kind: 'ours', date: 'soon' }, 'date | Date of the source: write it as 2020-10-06.'],
    [{ ...written, relation: '{mp} is with us.' }, expect.stringMatching(/^relation \| Relation to the source: /)],
  ])('that is wrong says what is: %j', (value, fault) => expect(faultsOf(value)).toEqual([fault]))

  test('of each kind goes through the editor’s fields and back', () => {
    for (const each of [{ kind: 'theirs', ...written }, { kind: 'ours', title: 'What we ask' }, { kind: 'none' }]) {
      const whole = { ...content, source: each }
      expect(contentOf(fieldsOf(whole), whole)).toEqual(whole)
    }
  })

  test('that is chosen as our own no longer asks for what it was as somebody else’s, and has it still when chosen back', () => {
    const fields = {
      ...fieldsOf(content),
      'source.kind': 'ours',
      'source.title': '',
      'source.date': '',
      'source.note': '',
    }
    const ours = contentOf(fields, content)
    expect(contentFaults(ours, [])).toEqual([])
    expect(fieldsOf(ours)['source.organisation']).toBe(content.source.kind === 'theirs' && content.source.organisation)
  })
})

describe('a blank campaign', () => {
  test('has to choose what it rests on, and is told so at the choice', () => {
    const blank = blankContent()
    const [fault] = contentFaults(blank, []).filter(({ path }) => path.startsWith('source'))
    expect(fault).toEqual({ path: 'source.kind', message: 'What the campaign rests on: choose one of those shown.' })
    expect(fault && fieldFault(blank, fault)).toMatchObject({ field: 'source.kind', part: 'source' })
  })

  test('says nothing of the first campaign', () =>
    expect(JSON.stringify(blankContent())).not.toMatch(/HART|Karabakh|Artsakh|ceasefire/i))
})

test('any draft has a source that a page can show', () =>
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('kind', 'title', 'date', 'note', 'today', 'shortName'), fc.anything()),
      (typed) => {
        const shown = draftContent({ source: typed }).source
        expect(['theirs', 'ours', 'none']).toContain(shown.kind)
        expect(() => facingItsDate(shown, '2026-11-26')).not.toThrow()
      },
    ),
  ))

describe('a source older than half a year', () => {
  const dated = (date: string): Source => ({ kind: 'theirs', ...written, date })

  test.each([
    ['2026-05-26', '2026-11-26', false],
    ['2026-05-25', '2026-11-26', true],
    ['2026-02-27', '2026-08-31', true],
    ['2026-02-28', '2026-08-31', false],
    ['2025-08-31', '2026-02-28', false],
    ['2025-08-27', '2026-02-28', true],
    ['2020-10-06', '2026-11-26', true],
    ['2027-01-01', '2026-11-26', false],
  ])('of %s, on %s: %s', (date, day, isOld) => {
    expect(facingItsDate(dated(date), day) !== null).toBe(isOld)
    expect(concernsHeading(dated(date), day)).toBe(isOld ? 'What was happening' : 'What is happening')
  })

  test('is said to be so in words that are true of each kind, or in the campaign’s own', () => {
    const day = '2026-11-26'
    const ending = 'knows nothing of what came after. Ask what was done, and where it stands today.'
    expect(facingItsDate(dated('2020-10-06'), day)).toBe(`The statement by EA is of 6 October 2020 and ${ending}`)
    expect(facingItsDate({ kind: 'ours', date: '2020-10-06' }, day)).toBe(
      `Our statement is of 6 October 2020 and ${ending}`,
    )
    expect(facingItsDate({ kind: 'ours' }, day)).toBe(null)
    expect(facingItsDate({ kind: 'none' }, day)).toBe(null)
    expect(facingItsDate({ ...dated('2020-10-06'), today: 'What was done?' } as Source, day)).toBe('What was done?')
    expect(facingItsDate({ ...dated('2026-10-06'), today: 'What was done?' } as Source, day)).toBe(null)
  })

  test('is how the first campaign begins', () => {
    const said = facingItsDate(campaignContent.parse(content).source, '2026-11-26')
    expect(said).toContain('6 October 2020')
    expect(said).toContain('what has come of it')
  })
})
