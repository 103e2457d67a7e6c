import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Table } from './table'

const table = (rows: { key: string; id?: string; cells: string[] }[]) =>
  renderToStaticMarkup(
    createElement(Table, { caption: 'Letters', columns: [{ label: 'To' }, { label: 'State' }], rows }),
  )

test('a table without rows says so across all of its columns', () =>
  expect(table([])).toMatch(/<tbody><tr[^>]*><td colSpan="2"[^>]*>None\.<\/td><\/tr><\/tbody>/i))

test('a table with rows says nothing of the kind', () => {
  const html = table([{ key: 'one', cells: ['Rachel Blake', 'delivered'] }])
  expect(html).toContain('delivered')
  expect(html).not.toContain('None.')
})

test('a row is no longer than what is in it: what all look like is said once', () => {
  const one = { key: 'E1', id: 'E14001063', cells: ['Rachel Blake', 'delivered'] }
  const [few, many] = [table([one]), table([one, { ...one, key: 'E2' }])]
  expect(many.length - few.length).toBeLessThan(100)
})

test('hundreds of rows of text alone look as they would one by one, whatever is in them', () => {
  const columns = [{ label: 'Constituency' }, { label: 'Nation' }, { label: 'Supporters', numeric: true }]
  const rows = [
    { id: 'E1', cells: ['Amber & Valley', 'England', '0'] },
    { id: 'W1', cells: ['</td><script>alert(1)</script>', '"Wales"', '1,234'] },
  ]
  const one = renderToStaticMarkup(
    createElement(Table, { caption: 'Seats', columns, rows: rows.map((row) => ({ key: row.id, ...row })) }),
  )
  expect(renderToStaticMarkup(createElement(Table, { caption: 'Seats', columns, plain: rows }))).toBe(one)
})

test('of a table that is wider than a phone no name is broken within a word; of one that fits it may be', () => {
  const wide = (many: number) =>
    renderToStaticMarkup(
      createElement(Table, {
        caption: 'Places',
        columns: Array.from({ length: many }, (_, at) => ({ label: `${at}` })),
        rows: [{ key: 'E1', cells: ['North West Leicestershire'] }],
      }),
    )
  expect(wide(6)).toMatch(/<th scope="row"><span class="[^"]*max-sm:w-max[^"]*">North West Leicestershire</)
  expect(wide(3)).toContain('<th scope="row">North West Leicestershire</th>')
})

test('a cell of many words keeps room for some of them beside each other', () => {
  const html = table([{ key: 'one', cells: ['Rachel Blake', 'invited, not signed in yet'] }])
  expect(html).toContain('<td class="max-sm:min-w-24">invited, not signed in yet</td>')
})
