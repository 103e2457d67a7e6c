import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { titleTemplate } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { installationName } from '@/lib/settings/installation'
import './staff.css'

// For every page below: made for one person at each request, and never for a search engine.
export const dynamic = 'force-dynamic'

/** Titles end with the installation's own name. */
export async function generateMetadata(): Promise<Metadata> {
  const name = await installationName(publicContext())
  return {
    title: { template: titleTemplate(`%s – ${name} staff`), absolute: `${name} staff` },
    applicationName: name,
    robots: { index: false, follow: false },
  }
}

/** No guard stands here: every page has its own, made by `staffPage`. */
export default function StaffLayout({ children }: { children: ReactNode }) {
  return children
}
