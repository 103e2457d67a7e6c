import { Wordmark } from '@/components/campaign/wordmark'
import { Icon } from '@/components/ui/icon'

/** A place of the menu; `badge`: that something waits there, in a few characters and in words. */
export type Place = { href: string; label: string; badge?: { mark: string; words: string } | undefined }

type Props = {
  /** What the installation calls itself; `null` where it has no name but the program's. */
  name: string | null
  /** Where this member may go; none when nobody is signed in. */
  places: readonly Place[]
  /** The address of the page that is shown. */
  at: string
  /** Who is signed in, in words. */
  who: string | null
}

/** The top of every staff page: a dark board, so that it is never taken for the public's. On a phone it is one line. */
export function StaffHeader({ name, places, at, who }: Props) {
  return (
    <header className="bg-board text-on-board max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:justify-between print:hidden">
      <div className="flex items-center justify-between gap-x-6 px-4 py-1 sm:mx-auto sm:max-w-page sm:flex-wrap sm:px-8 sm:pt-2 sm:pb-0">
        <a href="/staff" className="inline-flex min-h-target items-baseline gap-2 py-1.5 no-underline hover:underline">
          {name ? (
            <span className="font-serif text-lead leading-tight font-semibold text-balance">{name}</span>
          ) : (
            <Wordmark className="text-[1.4444rem] [&_.wordmark-comma]:fill-amber" />
          )}
          <span className="text-note font-bold">staff</span>
        </a>
        {who && (
          <div className="min-w-0 max-sm:hidden">
            <Account who={who} at={at} />
          </div>
        )}
      </div>
      {who && <Menu places={places} at={at} who={who} />}
    </header>
  )
}

/** Who is signed in, and the way out. */
function Account({ who, at }: { who: string; at: string }) {
  return (
    <form
      method="post"
      action="/staff/sign-out"
      className="flex min-w-0 max-w-full flex-wrap items-center gap-x-4 text-note sm:justify-end"
    >
      <a
        href="/staff/account"
        aria-current={at === '/staff/account' ? 'page' : undefined}
        className="link-plain flex min-h-target min-w-0 items-center"
      >
        <span className="min-w-0 wrap-anywhere">{who}</span>
      </a>
      <button type="submit" className="link-plain min-h-target shrink-0 cursor-pointer font-semibold">
        Sign out
      </button>
    </form>
  )
}

/** On a phone behind a button in the header's line, in a row where there is room: see `staff.css`. */
function Menu({ places, at, who }: Pick<Props, 'places' | 'at'> & { who: string }) {
  const waiting = places.filter(({ badge }) => badge)
  return (
    <details className="staff-menu px-4 max-sm:ml-auto max-sm:open:basis-full sm:mx-auto sm:max-w-page sm:px-8">
      <summary className="ml-auto flex min-h-target w-fit cursor-pointer items-center gap-x-2 font-semibold">
        Menu
        {waiting.length > 0 && <BadgeMark mark={`${waiting.length}`} words="something waits" />}
        <Icon name="arrow" className="rotate-90" />
      </summary>
      <nav aria-label="Staff pages">
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(8rem,100%),1fr))] gap-x-6 pb-3 sm:flex sm:flex-wrap sm:gap-x-4 sm:pb-0">
          {places.map(({ href, label, badge }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={href === at ? 'page' : undefined}
                className="inline-flex min-h-target items-center border-b-[0.2222rem] border-transparent font-semibold no-underline hover:border-on-board aria-[current]:border-amber forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
              >
                <span>{label}</span>
                {badge && <BadgeMark {...badge} />}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="pb-2 sm:hidden">
        <Account who={who} at={at} />
      </div>
    </details>
  )
}

function BadgeMark({ mark, words }: NonNullable<Place['badge']>) {
  return (
    <span className="ml-1.5 inline-flex min-w-[1.4em] justify-center bg-amber px-1 text-note leading-snug font-bold text-black">
      <span aria-hidden="true">{mark}</span>
      <span className="sr-only">{`(${words})`}</span>
    </span>
  )
}
