import { grouped } from '@/lib/kernel/text'
import { type Asked, addressOf } from './view'

/** So many rows stand on a page. */
export const PAGE_ROWS = 100

/** The part of the rows that the address asks for; the last where it asks for more than there is. */
export function pageOf<Row>(asked: Pick<Asked, 'query'>, rows: readonly Row[]) {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_ROWS))
  const page = Math.min(pages, Math.max(1, Number.parseInt(String(asked.query.page), 10) || 1))
  return { page, pages, shown: rows.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS) }
}

/** The way to the other pages of a list; nothing where there is one. */
export function Pages({ asked, page, pages, rows }: { asked: Asked; page: number; pages: number; rows: number }) {
  if (pages === 1) return null
  const from = (page - 1) * PAGE_ROWS + 1
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-x-6">
      {page > 1 && (
        <a className="link inline-flex min-h-target items-center" href={addressOf(asked, { page: String(page - 1) })}>
          Previous
        </a>
      )}
      <span className="tabular-nums">
        {`${grouped(from)} to ${grouped(Math.min(rows, from + PAGE_ROWS - 1))} of ${grouped(rows)}`}
      </span>
      {page < pages && (
        <a className="link inline-flex min-h-target items-center" href={addressOf(asked, { page: String(page + 1) })}>
          Next
        </a>
      )}
    </nav>
  )
}
