import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMS_MOST } from './alternatives'
import { allForms, readSentences } from './sentence'

const formsOf = (wording: string) => readSentences(wording).map(allForms)

describe('a wording', () => {
  test.each([
    ['One. Two? Three!', [['One.'], ['Two?'], ['Three!']]],
    [
      'I live in {constituency}{, so I ask you|}.',
      [['I live in {constituency}, so I ask you.', 'I live in {constituency}.']],
    ],
    [
      '{Please|Could you} write. Then {tell|show} me.',
      [
        ['Please write.', 'Could you write.'],
        ['Then tell me.', 'Then show me.'],
      ],
    ],
    ['One. {It may be left out.|} Three.', [['One.'], ['It may be left out.', ''], ['Three.']]],
    ['{It may be left out.|} Two.', [['It may be left out.', ''], ['Two.']]],
    ['Ask {the {Foreign Secretary|minister}|him}.', [['Ask the Foreign Secretary.', 'Ask the minister.', 'Ask him.']]],
    ['{in {constituency}|here}', [['in {constituency}', 'here']]],
    ['They said “No.” And “Yes”.', [['They said “No.”'], ['And “Yes”.']]],
    ['A, {b,|} c  {|d } e.', [['A, b, c e.', 'A, c e.', 'A, b, c d e.', 'A, c d e.']]],
    ['', []],
    [' \n ', []],
  ])('%j is said as %j', (wording, said) => expect(formsOf(wording)).toEqual(said))

  test.each(['{a', 'a}', '{a|b', '}{', '{a}', '{{mp}}', '{name}', '{a|{b}', 'a | b'])(
    'with braces that do not fit, %j, stays as it is',
    (wording) => expect(formsOf(wording).flat().join(' ')).toBe(wording),
  )

  test('tells which sentences may change places, and says them without the mark', () => {
    const [first, second] = readSentences('One here. ~ {Two|Zwei} there.')
    expect([first?.moves, second?.moves]).toEqual([false, true])
    expect(second && allForms(second)).toEqual(['Two there.', 'Zwei there.'])
  })

  test('numbers its forms so that each is another, and as many as are told', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        (chips) => {
          const distinct = chips.map((chip) => [...new Set(chip)])
          const wording = `Start${distinct.map((chip) => ` ${chip.length > 1 ? `{${chip.join('|')}}` : chip[0]}`).join('')}.`
          const [sentence] = readSentences(wording)
          const forms = sentence ? allForms(sentence) : []
          expect(forms).toHaveLength(distinct.reduce((product, chip) => product * chip.length, 1))
          expect(new Set(forms).size).toBe(forms.length)
        },
      ),
    ))

  test('of anything is read without a fault, in forms that can be counted', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '|', '~', '.', ' ', 'a', 'mp'), maxLength: 60 }),
        (wording) => {
          for (const sentence of readSentences(wording)) {
            expect(sentence.forms).toBeGreaterThan(0)
            expect(allForms(sentence).length).toBeLessThanOrEqual(FORMS_MOST)
          }
        },
      ),
    ))

  test.each([
    ['ten thousand braces within one another', '{'.repeat(5000) + 'a|b'.repeat(3) + '}'.repeat(5000)],
    ['alternatives that would come to 4 to the power of 60', '{a|b|c|{d|e}}'.repeat(60)],
    ['alternatives within alternatives', `${'{a|b'.repeat(40)}${'}'.repeat(40)}`],
  ])('of %s does not grow', (_what, wording) => {
    const forms = readSentences(wording.slice(0, 3000)).map((sentence) => allForms(sentence).length)
    expect(Math.max(0, ...forms)).toBeLessThanOrEqual(FORMS_MOST)
  })
})
