import { SourceFields } from '@/components/figures/source-fields'
import { Icon } from '@/components/ui/icon'
import { chooseAddress } from '@/lib/letters/writing-addresses'

type Props = {
  slug: string
  /** What was typed before, kept when it could not be read. */
  postcode?: string | undefined
  error?: string | undefined
  heading?: string
  /** Where it leads, if not to the campaign's own letter: a preview. */
  action?: string | undefined
  /** Where the visitor came from, printed by lib/figures/sources/source, where the page knows it. */
  source?: string
  /** Leads out of the frame that it stands in. */
  outOfFrame?: boolean
  /** Leads to the choice by name as well; a preview has none. */
  byName?: boolean
}

/** The one thing to do on a campaign's page, on a slip of the campaign's colour. */
export function PostcodeForm({
  slug,
  postcode = '',
  error,
  heading = 'Who is your MP?',
  action,
  source,
  outOfFrame,
  byName = action === undefined,
}: Props) {
  const describedBy = error ? 'postcode-error postcode-hint' : 'postcode-hint'
  return (
    <form
      id="postcode-form"
      method="get"
      action={action ?? `/campaigns/${slug}/write`}
      {...(outOfFrame && { target: '_top' })}
      className="bg-slip px-3 pt-3 pb-4 text-white sm:px-6 sm:py-7 print:hidden"
    >
      {source && <SourceFields source={source} />}
      <h2 className="hidden text-h2 lg:block">{heading}</h2>
      <div className="flex flex-wrap items-baseline gap-x-2 lg:mt-3">
        <label htmlFor="postcode" className="text-h3">
          Your postcode
        </label>
        <p id="postcode-hint" className="leading-snug">
          where you live
        </p>
      </div>
      {error && (
        <p id="postcode-error" className="mt-3 flex items-baseline gap-2 bg-white px-3 py-2 font-bold text-[#97180c]">
          <Icon name="alert" className="translate-y-[0.12em]" />
          <span>
            <span className="sr-only">Error: </span>
            {error}
          </span>
        </p>
      )}
      <div className="slip-row mt-2">
        <input
          id="postcode"
          name="postcode"
          type="text"
          defaultValue={postcode}
          maxLength={100}
          autoComplete="postal-code"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="slip-field"
        />
        <button type="submit" className="slip-button">
          Find your MP
          <Icon name="arrow" />
        </button>
      </div>
      {byName && (
        <p className="mt-2 leading-snug">
          Don’t know it?{' '}
          <a
            href={chooseAddress(slug, { ...(source && { source }) })}
            {...(outOfFrame && { target: '_top' })}
            className="inline-block py-1 font-semibold text-white underline underline-offset-4"
          >
            Choose your MP
          </a>
        </p>
      )}
    </form>
  )
}
