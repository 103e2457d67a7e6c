import { ScopeFields } from '@/app/staff/scope-fields'
import { Button } from '@/components/ui/button'
import { type Asked, addressOf, type View, views } from './view'

type Props = { asked: Asked; campaigns: readonly { slug: string; title: string | null }[] }

const words: Record<View, string> = {
  overview: 'Overview',
  time: 'Over time',
  places: 'Places and MPs',
  sources: 'Sources',
  letters: 'Letters',
}

/** Which campaign and which days, and which view of them: all of it stands in the address. */
export function ScopeForm({ asked, campaigns }: Props) {
  const { campaign, span, view } = asked
  return (
    <>
      <form
        id="scope-form"
        method="get"
        action="/staff/dashboard"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap"
      >
        <input type="hidden" name="view" value={view} />
        <ScopeFields campaign={campaign} span={span} campaigns={campaigns} />
        <Button look="second">Show</Button>
      </form>
      <nav aria-label="Views" className="flex flex-wrap gap-x-6 border-b-2 border-edge">
        {views.map((each) => (
          <a
            key={each}
            href={addressOf(asked, { view: each })}
            aria-current={each === view ? 'page' : undefined}
            className={`inline-flex min-h-target items-center font-semibold ${each === view ? 'border-b-4 border-amber' : 'link-plain'}`}
          >
            {words[each]}
          </a>
        ))}
      </nav>
    </>
  )
}
