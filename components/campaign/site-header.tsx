import { Wordmark } from './wordmark'

type Props = {
  /** What the installation calls itself; `null` where it has no name but the program's. */
  name: string | null
  back?: { href: string; text: string } | undefined
}

/** The top of every page. `back` leads to what this page is a part of: the campaign. */
export function SiteHeader({ name, back }: Props) {
  return (
    <header className="scotch print:hidden">
      <div className="mx-auto flex max-w-page items-baseline justify-between gap-4 px-4 pt-1.5 sm:px-8 sm:pt-3">
        <a
          href="/"
          className={`inline-flex min-h-target items-center no-underline hover:underline ${name ? '' : 'shrink-0 whitespace-nowrap'}`}
        >
          {name ? (
            <span className="font-serif text-[1.4444rem] leading-tight font-semibold text-balance sm:text-[1.7777rem]">
              {name}
            </span>
          ) : (
            <Wordmark className="text-[1.7777rem] sm:text-[2.2222rem]" />
          )}
        </a>
        {back && (
          <a href={back.href} className="link-plain py-2 text-right text-note leading-tight text-balance">
            {back.text}
          </a>
        )}
      </div>
    </header>
  )
}
