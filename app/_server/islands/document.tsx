import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DESCRIPTION, NO_LINKS_OF, THEME_COLOURS } from '@/app/_server/usual-head'
import type { BuiltFiles } from './built-files'

type Props = {
  /** What the page says of itself; its title is whole. */
  title: string
  metadata: Metadata
  /** The installation's name. */
  name: string
  built: BuiltFiles
  nonce: string
  children: ReactNode
}

/** A whole page as the front sends it: what app/layout.tsx and Next make of any other. */
export function Document({ title, metadata, name, built, nonce, children }: Props) {
  const [script, ...imported] = built.scripts
  return (
    <html lang="en-GB" className={built.fonts}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {built.links.map((link) => (
          <link key={link.href} {...link} />
        ))}
        <script type="module" src={script} nonce={nonce} />
        {imported.map((file) => (
          <link key={file} rel="modulepreload" href={file} nonce={nonce} />
        ))}
        {THEME_COLOURS.map(({ media, color }) => (
          <meta key={media} name="theme-color" media={media} content={color} />
        ))}
        <title>{title}</title>
        <meta name="description" content={DESCRIPTION} />
        <meta name="application-name" content={name} />
        <meta
          name="format-detection"
          content={Object.keys(NO_LINKS_OF)
            .map((kind) => `${kind}=no`)
            .join(', ')}
        />
        {metadata.robots && <meta name="robots" content="noindex" />}
        {metadata.referrer && <meta name="referrer" content={metadata.referrer} />}
      </head>
      <body>{children}</body>
    </html>
  )
}
