import { escaped } from '@/lib/kernel/escape-html'

/** A row whose cells are text and nothing else; the first names it, and `id` is where a link leads to it. */
export type PlainRow = { id: string; cells: readonly string[] }

/**
 * The rows of a table's body in one piece of markup, the same that elements would make: of very many, elements take most
 * of a page's time, and are told to its scripts one by one. `looks` are the classes of each column's cells.
 */
export function plainRows(rows: readonly PlainRow[], looks: readonly string[]): string {
  const cellOf = (cell: string, at: number) => {
    if (at === 0) return `<th scope="row">${escaped(cell)}</th>`
    return `<td${looks[at] ? ` class="${looks[at]}"` : ''}>${escaped(cell)}</td>`
  }
  return rows.map(({ id, cells }) => `<tr id="${escaped(id)}">${cells.map(cellOf).join('')}</tr>`).join('')
}
