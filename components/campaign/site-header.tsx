import type { LogoOnPage } from '@/lib/settings/logo-on-page'
import { LogoImage } from './logo-image'
import { Wordmark } from './wordmark'

type Props = {
  /** What the installation calls itself; `null` where it has no name but the program's. */
  name: string | null
  /** The operator's logo, and what it says beside that name. */
  logo?: { logo: LogoOnPage; alt: string } | null
  back?: { href: string; text: string } | undefined
}

/**
 * The top of every page. `back` leads to what this page is a part of: the campaign. On a phone it says so in two or three
 * words: a title would take lines, and another number of them once the wordmark's font has arrived. There a logo would
 * take a line of its own: what is above the letter stays as it is.
 */
export function SiteHeader({ name, logo, back }: Props) {
  return (
    <header className="scotch print:hidden">
      <div
        className={`mx-auto flex max-w-page flex-wrap items-baseline justify-between gap-x-4 px-4 pt-1.5 sm:flex-nowrap sm:px-8 sm:pt-3 ${logo ? 'sm:items-center' : ''}`}
      >
        <a
          href="/"
          className={`inline-flex min-h-target max-w-full flex-wrap items-center gap-x-3 gap-y-1 no-underline wrap-anywhere hover:underline ${name ? '' : 'sm:shrink-0'}`}
        >
          {logo && <LogoImage {...logo} className={back ? 'max-sm:hidden' : ''} />}
          {name ? (
            <span className="min-w-0 max-w-max flex-[1_1_14rem] font-serif text-[1.4444rem] leading-tight font-semibold text-balance sm:text-[1.7777rem]">
              {name}
            </span>
          ) : (
            <Wordmark className="text-[min(1.7777rem,15vw)] sm:text-[2.2222rem]" />
          )}
        </a>
        {back && (
          <a href={back.href} className="link-plain max-w-full py-2 text-note leading-tight text-balance sm:text-right">
            <span className="sm:hidden">Back to campaign</span>
            <span className="hidden sm:inline">{back.text}</span>
          </a>
        )}
      </div>
    </header>
  )
}
