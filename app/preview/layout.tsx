import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { titleTemplate } from '@/app/_server/page-title'

// Made at each request, kept by nobody, and never for a search engine.
export const dynamic = 'force-dynamic'

export function generateMetadata(): Metadata {
  return {
    title: { template: titleTemplate('Preview: %s'), absolute: 'Preview' },
    robots: { index: false, follow: false, nocache: true },
    // Browsers name the origin of a posted form only where the policy lets them.
    referrer: 'same-origin',
  }
}

/** No guard stands here: every page has its own, `previewOf`. */
export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children
}
