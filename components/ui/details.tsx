import type { ReactNode } from 'react'
import { Unbroken } from './unbroken'

type Props = {
  summary: ReactNode
  open?: boolean
  /** `ruled`: one of a list of questions. `plain`: something folded away inside other text; `on-board`: on the dark. */
  look?: 'ruled' | 'plain' | 'on-board'
  id?: string
  children: ReactNode
}

/** Words that open on more words: a question and its answer, or a figure and its table. */
export function Details({ summary, open, look = 'ruled', id, children }: Props) {
  const ruled = look === 'ruled'
  return (
    <details id={id} open={open} className={`group ${ruled ? 'border-b border-hair' : ''}`}>
      <summary
        className={
          ruled
            ? 'flex min-h-target cursor-pointer list-none items-start justify-between gap-4 py-2.5 text-[1.1111rem] leading-snug font-[750] hover:text-accent sm:py-3.5 sm:text-h3'
            : `${look === 'plain' ? 'link' : 'link-plain'} inline-flex min-h-target cursor-pointer list-none items-center gap-3 font-semibold`
        }
      >
        {!ruled && <Sign />}
        <span className="min-w-0 wrap-break-word">
          <Unbroken>{summary}</Unbroken>
        </span>
        {ruled && <Sign />}
      </summary>
      <div className={ruled ? 'max-w-measure space-y-3 pb-5' : 'space-y-3 pt-2 pb-4'}>{children}</div>
    </details>
  )
}

function Sign() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
      className="mt-[0.15em] size-[1em] shrink-0 print:hidden"
    >
      <path d="M2 10h16" stroke="currentColor" strokeWidth="2.8" />
      <path d="M10 2v16" stroke="currentColor" strokeWidth="2.8" className="group-open:hidden" />
    </svg>
  )
}
