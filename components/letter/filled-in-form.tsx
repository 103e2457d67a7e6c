import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { chooseAddress, writingAddress } from '@/lib/letters/writing-addresses'
import { yesWords } from './yes-words'

type Props = {
  slug: string
  seat: string
  mp: string | null
  /** What the link has filled in. */
  filled: { name: string; email: string; postcode: string }
  /** The MP was found by the browser, on a page that is the same for everyone: the form is the first to tell of it. */
  foundHere?: boolean
  /** Where the visitor came from, printed by lib/figures/sources/source. */
  source: string
  /** What to do for whoever it is not. */
  children: ReactNode
}

/** From the MP that a link from a mailing leads to, straight on to the page with one's name and the letter. */
export function FilledInForm({ slug, seat, mp, filled, foundHere = false, source, children }: Props) {
  const { name, email, postcode } = filled
  const fields = {
    step: 'mailing',
    ...(foundHere && { found: 'here' }),
    constituency: seat,
    name,
    email,
    postcode,
    source,
  }
  return (
    <form id="letter-form" method="post" action={writingAddress(slug, seat, 'you')} className="space-y-4">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <p className="max-w-measure wrap-anywhere">
        <span>Filled in from the link that you followed:</span> <strong>{filledWords(filled)}</strong>
      </p>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <Button arrow>
          <span>{yesWords(mp)}</span>
        </Button>
        <a className="link font-semibold" href={chooseAddress(slug, { postcode, source })}>
          Not your MP? Choose your constituency
        </a>
        {children}
      </div>
    </form>
  )
}

/** What was filled in, as it is. */
export function filledWords({ name, email, postcode }: Props['filled']): string {
  return [name, email, postcode].filter((value) => value !== '').join(', ')
}
