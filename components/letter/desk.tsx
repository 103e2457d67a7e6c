import type { ReactNode } from 'react'

/** The ground that paper lies on where the page itself is white: edge to edge on a phone. */
export function Desk({ children }: { children: ReactNode }) {
  return <div className="-mx-4 bg-desk px-3 py-4 sm:mx-0 sm:p-8 print:m-0 print:p-0">{children}</div>
}
