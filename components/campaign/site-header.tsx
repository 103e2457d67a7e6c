import { Wordmark } from './wordmark'

/** The top of every page. `back` leads to what this page is a part of: the campaign. */
export function SiteHeader({ back }: { back?: { href: string; text: string } }) {
  return (
    <header className="scotch print:hidden">
      <div className="mx-auto flex max-w-page items-baseline justify-between gap-4 px-4 pt-1.5 sm:px-8 sm:pt-3">
        <a
          href="/"
          className="inline-flex min-h-target shrink-0 items-center whitespace-nowrap no-underline hover:underline"
        >
          <Wordmark className="text-[1.7777rem] sm:text-[2.2222rem]" />
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
