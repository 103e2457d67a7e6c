import type { ReactNode } from 'react'
import { escaped } from '@/lib/kernel/escape-html'
import { Icon } from './icon'
import { unbrokenText } from './unbroken'

export type Column = {
  label: string
  numeric?: boolean
  /** A phone does not show it: what it says stands in the first column there. */
  wide?: true
  /** Where the table sorted by this column is, and whether it is sorted by it now. */
  sort?: { href: string; now: 'ascending' | 'descending' | null }
}

type Props = {
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column[]
  /** Cells in the order of the columns; the first of a row names it. */
  rows: readonly { key: string; id?: string; cells: readonly ReactNode[] }[]
}

/** Rows of text alone, for hundreds of them. */
type PlainProps = Omit<Props, 'rows'> & { plain: readonly PlainRow[] }

/** With more columns than this a table is wider than a phone, and scrolls whatever its names do. */
const FITS_A_PHONE = 4
/** So that no place's name is broken within a word where nothing is gained by it. */
const WHOLE = 'block max-sm:w-max max-sm:max-w-[9.75rem] max-sm:[&_time]:whitespace-normal'

const LONG = 16

/** Of a table that is wider than the screen it stays whole and in sight. */
const STAYS = 'sticky left-0 inline-block max-w-[calc(100vw-2rem)]'

const NUMERIC = 'text-right last:pr-0'
// Said once of all: in each of 650 rows, and again in what the page's scripts are told, it was half of the map's page.
const ROWS = [
  '[&>tbody>tr]:border-b [&>tbody>tr]:border-hair [&>tbody>tr]:align-top',
  '[&>tbody>tr]:target:bg-amber [&>tbody>tr]:target:text-black',
  '[&>tbody>tr>*]:py-2 [&>tbody>tr>*]:pr-4 [&>tbody>tr>th]:font-normal',
  // What names a row is broken anywhere before a column is pushed out of sight, but never to a string of letters.
  '[&>tbody>tr>th]:wrap-anywhere [&>tbody>tr>th]:min-w-[min(7rem,32vw)]',
].join(' ')

/** A table with figures that line up; scrolls sideways by itself where the screen is narrow. Says so where it is empty. */
export function Table({ caption, captionHidden = false, columns, ...body }: Props | PlainProps) {
  return (
    <section
      // What is for screen readers alone is placed by it, and does not widen the page.
      className="scrolls-sideways relative overflow-x-auto"
      aria-label={typeof caption === 'string' ? caption : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1).
      tabIndex={0}
    >
      <table className={`w-full border-collapse text-left tabular-nums ${ROWS}`}>
        <caption className={captionHidden ? 'sr-only' : 'pb-2 text-left font-bold'}>
          {captionHidden ? caption : <span className={STAYS}>{caption}</span>}
        </caption>
        <thead>
          <tr
            className={`border-b-2 border-edge ${columns.some(({ sort }) => sort) ? 'align-middle' : 'align-bottom'}`}
          >
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                aria-sort={column.sort?.now ?? undefined}
                className={`py-2 pr-4 font-bold ${lookOf(column)}`}
              >
                {column.sort ? <SortLink label={column.label} {...column.sort} /> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        {'plain' in body ? (
          <tbody
            // biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own, with each cell's text escaped.
            dangerouslySetInnerHTML={{ __html: plainRows(body.plain, columns.map(lookOf)) }}
          />
        ) : (
          <Rows columns={columns} rows={body.rows} />
        )}
      </table>
    </section>
  )
}

function SortLink({ label, href, now }: { label: string } & NonNullable<Column['sort']>) {
  return (
    <a href={href} className="link-plain inline-flex min-h-target items-center gap-1 whitespace-nowrap">
      <span>{label}</span>
      {now && <Icon name="arrow" className={now === 'ascending' ? '-rotate-90' : 'rotate-90'} />}
    </a>
  )
}

function Rows({ columns, rows }: Pick<Props, 'columns' | 'rows'>) {
  const isWide = columns.filter(({ wide }) => !wide).length > FITS_A_PHONE
  return (
    <tbody>
      {rows.length === 0 && (
        <tr>
          <td colSpan={columns.length} className="text-muted">
            None.
          </td>
        </tr>
      )}
      {rows.map(({ key, id, cells }) => (
        <tr key={key} id={id}>
          {cells.map((cell, i) => {
            const column = columns[i]
            const label = column?.label
            if (i === 0) {
              return (
                <th key={label ?? i} scope="row">
                  {isWide ? <span className={WHOLE}>{shown(cell)}</span> : shown(cell)}
                </th>
              )
            }
            return (
              <td key={label ?? i} {...classOf(column, cell)}>
                {shown(cell)}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

/** Words of some length are no column of single words, even where the table scrolls. */
function classOf(column: Column | undefined, cell: ReactNode): { className?: string } {
  const look = column ? lookOf(column) : ''
  if (look) return { className: look }
  return typeof cell === 'string' && cell.length > LONG ? { className: 'max-sm:min-w-24' } : {}
}

function shown(cell: ReactNode): ReactNode {
  return typeof cell === 'string' ? unbrokenText(cell) : cell
}

function lookOf({ numeric, wide }: Column): string {
  return [numeric ? NUMERIC : '', wide ? 'max-sm:hidden' : ''].filter(Boolean).join(' ')
}

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
