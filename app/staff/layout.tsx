import type { Metadata } from 'next'
import type { ReactNode } from 'react'

// For every page below: made for one person at each request, and never for a search engine.
export const dynamic = 'force-dynamic'
export const metadata: Metadata = {
  title: { template: '%s – Dear MP staff', default: 'Dear MP staff' },
  robots: { index: false, follow: false },
}

/** No guard stands here: every page has its own, made by `staffPage`. */
export default function StaffLayout({ children }: { children: ReactNode }) {
  return children
}
