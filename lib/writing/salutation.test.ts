import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { salutation } from './salutation'

const snapshot = new URL('../directory/snapshot/constituencies.csv', import.meta.url)

describe('the greeting', () => {
  test.each([
    ['Mr Connor Rand', 'Dear Mr Rand'],
    ['Mrs Elsie Blundell', 'Dear Mrs Blundell'],
    ['Ms Abena Oppong-Asare', 'Dear Ms Oppong-Asare'],
    ['Dr Rosena Allin-Khan', 'Dear Dr Allin-Khan'],
    ['Dr. Rupa Huq', 'Dear Dr Huq'],
    ['Sir Keir Starmer', 'Dear Sir Keir'],
    ['Sir Iain Duncan Smith', 'Dear Sir Iain'],
    ['Dame Siobhain McDonagh', 'Dear Dame Siobhain'],
    ['Rachel Blake', 'Dear Rachel Blake'],
    ['Freddie van Mierlo', 'Dear Freddie van Mierlo'],
    ['Mr Freddie van Mierlo', 'Dear Mr van Mierlo'],
    ['Mr Tanmanjeet Singh Dhesi', 'Dear Mr Tanmanjeet Singh Dhesi'],
    ['Lady Hermon', 'Dear Lady Hermon'],
    ['Rt Hon Wendy Morton MP', 'Dear Wendy Morton'],
    ['The Rt Hon Sir James Cleverly MP', 'Dear Sir James'],
    ['  Mr   Connor  Rand ', 'Dear Mr Rand'],
    ['Sir', 'Dear Sir'],
    ['', 'Dear Member of Parliament'],
    [null, 'Dear Member of Parliament'],
  ])('of %j is %j', (name, greeting) => expect(salutation(name)).toBe(greeting))

  test('suits every MP of the snapshot', () => {
    const rows: Record<string, string>[] = parse(readFileSync(snapshot, 'utf8'), { columns: true })
    const names = rows.map((row) => row.member ?? '').filter(Boolean)
    expect(names.length).toBeGreaterThan(640)
    for (const name of names) {
      const greeting = salutation(name)
      const [, ...greeted] = greeting.split(' ')
      expect(greeting).toMatch(/^Dear ((Mr|Mrs|Ms|Miss|Dr) )?\p{L}[\p{L} .'’-]+$/u)
      expect(greeted.every((word) => name.split(' ').includes(word))).toBe(true)
      expect(greeted.length).toBeGreaterThanOrEqual(2)
    }
  })
})
