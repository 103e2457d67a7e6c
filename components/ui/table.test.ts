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
