import type { ReactNode } from 'react'
import { Accented } from './accented'

type Props = {
  header: ReactNode
  footer: ReactNode
  /** `page`: the full width. `form`: one column for one thing to do. */
  width?: 'page' | 'form'
  /** The campaign's accent, by its name. */
  palette?: string
  children: ReactNode
}

/** The frame of every page: a way past the header, the header, what the page is for, the footer. */
export function Page({ header, footer, width = 'form', palette, children }: Props) {
  return (
    <Accented palette={palette} className={`page-${width} flex min-h-dvh flex-col`}>
      <a
        href="#main"
        className="sr-only print:hidden bg-amber px-5 py-3 font-bold text-black focus:not-sr-only focus:absolute focus:z-10 focus:m-2"
      >
        Skip to the main part
      </a>
      {header}
      <main id="main" tabIndex={-1} className={`mx-auto w-full flex-1 px-4 sm:px-8 ${widths[width]}`}>
        {children}
      </main>
      {footer}
    </Accented>
  )
}

const widths = {
  page: 'max-w-page pt-2 pb-16 sm:pt-6 sm:pb-24',
  form: 'max-w-[46rem] space-y-5 pt-3 pb-16 sm:space-y-8 sm:pt-6 sm:pb-24',
}
