import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { DESCRIPTION, NO_LINKS_OF, THEME_COLOURS } from '@/app/_server/usual-head'
import { TypedBeforeScripts } from '@/components/ui/typing/typed-before-scripts'
import { env } from '@/lib/kernel/env'
import { fontVariables } from './fonts'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: 'Dear MP', template: '%s – Dear MP' },
    description: DESCRIPTION,
    applicationName: 'Dear MP',
    formatDetection: NO_LINKS_OF,
  }
}

export const viewport: Viewport = { themeColor: THEME_COLOURS }

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={fontVariables}>
      <body>
        <TypedBeforeScripts />
        {children}
      </body>
    </html>
  )
}
