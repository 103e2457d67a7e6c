import type { StateOf } from '@/app/_server/forms/form-answer'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { TextField } from '@/components/ui/typing/text-field'
import { filterQuery, type LetterFilter } from '@/lib/delivery/queue/filter'
import type { SavedFilter } from '@/lib/delivery/queue/saved-filters'
import { HiddenFilter } from './filter'
import type { keep } from './form'

type Props = { saved: readonly SavedFilter[]; filter: LetterFilter; left: StateOf<typeof keep> | null }

/** The filters that the team has kept, and the way to keep this one. */
export function Saved({ saved, filter, left }: Props) {
  const query = filterQuery(filter)
  const kept = saved.find((each) => each.query === query)
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 empty:hidden">
      {saved.length > 0 && (
        <nav aria-label="Filters that the team has kept">
          <ul className="flex flex-wrap gap-x-6">
            {saved.map(({ name, query: its }) => (
              <li key={name}>
                <a
                  className="link inline-flex min-h-target items-center wrap-anywhere aria-[current]:font-bold"
                  aria-current={its === query ? 'true' : undefined}
                  href={`/staff/letters?${its}`}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {kept && (
        <form method="post" action="/staff/letters">
          <HiddenFilter filter={filter} />
          <input type="hidden" name="name" value={kept.name} />
          <Button look="quiet" name="do" value="forget">
            {`Forget “${kept.name}”`}
          </Button>
        </form>
      )}
      {query !== '' && !kept && (
        <Details look="plain" summary="Keep this filter" open={left !== null}>
          <form method="post" action="/staff/letters" className="flex flex-wrap items-end gap-x-6 gap-y-4">
            <HiddenFilter filter={filter} />
            <TextField
              name="name"
              label="Under which name?"
              hint="Everybody on the team who sees letters sees it."
              width="half"
              maxLength={60}
              autoComplete="off"
              defaultValue={left?.values.name ?? ''}
              error={left?.faults.find(({ field }) => field === 'name')?.message}
            />
            <Button look="second" name="do" value="keep">
              Keep it
            </Button>
          </form>
        </Details>
      )}
    </div>
  )
}
