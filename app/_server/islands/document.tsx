import type { ReactNode } from 'react'
import { VISITS } from '@/app/_server/answer-visit'
import { titleTemplate } from '@/app/_server/page-title'
import { DESCRIPTION, NO_LINKS_OF, THEME_COLOURS } from '@/app/_server/usual-head'
import { env } from '@/lib/kernel/env'
import type { BuiltFiles } from './built-files'
import type { SaidOfPage } from './said-of-page'

type Props = {
  page: SaidOfPage
  /** The installation's name. */
  name: string
  built: BuiltFiles
  /** Whether its own script tells that it was visited. */
  tellsVisit: boolean
  children: ReactNode
}

/** A whole page as the front sends it: what app/layout.tsx, app/(public)/layout.tsx and Next make of any other. */
export function Document({ page, name, built, tellsVisit, children }: Props) {
  const [script, ...imported] = built.scripts
  return (
    <html lang="en-GB" className={built.fonts} data-visits={tellsVisit ? VISITS : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {built.links.map((link) => (
          <link key={link.href} {...link} />
        ))}
        <script type="module" src={script} />
        {imported.map((file) => (
          <link key={file} rel="modulepreload" href={file} />
        ))}
        {THEME_COLOURS.map(({ media, color }) => (
          <meta key={media} name="theme-color" media={media} content={color} />
        ))}
        <title>{wholeTitle(page, name)}</title>
        <meta name="description" content={page.description ?? DESCRIPTION} />
        <meta name="application-name" content={name} />
        <meta
          name="format-detection"
          content={Object.keys(NO_LINKS_OF)
            .map((kind) => `${kind}=no`)
            .join(', ')}
        />
        {page.robots && <meta name="robots" content="noindex" />}
        {page.referrer && <meta name="referrer" content={page.referrer} />}
        {page.alternates && <link rel="canonical" href={absolute(page.alternates.canonical)} />}
        {sharedAs(page).map(([property, content]) => (
          <meta key={property} property={property} content={content} />
        ))}
        {postedAs(page).map(([posted, content]) => (
          <meta key={posted} name={posted} content={content} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}

/** The page's own part, and the installation's name. */
function wholeTitle({ title }: SaidOfPage, name: string): string {
  if (typeof title === 'string') return titleTemplate(`%s – ${name}`).replace('%s', () => title)
  return title?.absolute ?? name
}

/** How a link to the page looks where it is shared (the Open Graph protocol). */
function sharedAs({ openGraph }: SaidOfPage): [string, string][] {
  if (!openGraph) return []
  const { title, description, url, siteName, locale, images, type } = openGraph
  const [image] = images
  return present([
    ['og:title', title],
    ['og:description', description],
    ['og:url', url && absolute(url)],
    ['og:site_name', siteName],
    ['og:locale', locale],
    ['og:image', absolute(image.url)],
    ['og:image:width', image.width?.toString()],
    ['og:image:height', image.height?.toString()],
    ['og:image:alt', image.alt],
    ['og:type', type],
  ])
}

/** The same for X, which has tags of its own. */
function postedAs({ twitter }: SaidOfPage): [string, string][] {
  if (!twitter) return []
  const { card, title, description, images } = twitter
  return [
    ['twitter:card', card],
    ['twitter:title', title],
    ['twitter:description', description],
    ['twitter:image', absolute(images[0])],
  ]
}

function present(pairs: [string, string | undefined][]): [string, string][] {
  return pairs.flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as [string, string]]))
}

function absolute(address: string): string {
  return new URL(address, env().appUrl).href
}
