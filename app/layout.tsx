import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { TypedBeforeScripts } from '@/components/ui/typing/typed-before-scripts'
import { env } from '@/lib/kernel/env'
import { fontVariables } from './fonts'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().appUrl),
    title: { default: 'Dear MP', template: '%s – Dear MP' },
    description: 'Find your MP by postcode and send a letter that gets read.',
    applicationName: 'Dear MP',
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#101614' },
  ],
}

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
