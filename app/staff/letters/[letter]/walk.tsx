import { doneWords } from '@/app/staff/letters/words'
import { Notice } from '@/components/ui/notice'
import { filterQuery, type LetterFilter } from '@/lib/delivery/queue/filter'
import { listAddress, walkAddress } from '@/lib/delivery/queue/list-address'
import { ownOf } from '@/lib/kernel/own-property'

type Props = { filter: LetterFilter; next: string | null; was: unknown }

/** Where one is while one goes through letters: what came of the one before, and the way to the next. */
export function Walk({ filter, next, was }: Props) {
  const done = ownOf(doneWords, was)
  return (
    <>
      {done && (
        <div className="max-w-[46rem]">
          <Notice look="done" heading={`The letter before is ${done}`} />
        </div>
      )}
      <nav aria-label="Going through letters" className="flex flex-wrap items-center gap-x-6">
        {next ? (
          <a className="link inline-flex min-h-target items-center font-semibold" href={walkAddress(next, filter)}>
            Leave it, and go on to the next
          </a>
        ) : (
          <span>This is the last of them.</span>
        )}
        <a className="link inline-flex min-h-target items-center" href={listAddress(filter)}>
          Back to the list
        </a>
      </nav>
    </>
  )
}

/** Tells a form of a letter's page that one goes through letters. */
export function WalkField({ filter }: { filter: LetterFilter | null }) {
  return filter && <input type="hidden" name="walk" value={filterQuery(filter)} />
}
