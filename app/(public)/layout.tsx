import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { titleTemplate } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { installationName } from '@/lib/settings/installation'

/** Titles end with the installation's own name. */
export async function generateMetadata(): Promise<Metadata> {
  const name = await installationName(publicContext())
  return { title: { absolute: name, template: titleTemplate(`%s – ${name}`) }, applicationName: name }
}

export default function PublicLayout({ children }: { children: ReactNode }) {
  return children
}
