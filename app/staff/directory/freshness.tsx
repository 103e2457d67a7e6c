import { SummaryList } from '@/components/ui/summary-list'
import { directoryAges } from '@/lib/directory/age/ages'
import type { MembersSource } from '@/lib/directory/members/source'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'

const sources: Record<MembersSource, string> = {
  sync: 'the UK Parliament',
  import: 'a list from a file',
  snapshot: 'the list that came with the program',
}

/** Of when MPs and postcodes are, and from where. */
export async function Freshness({ ctx }: { ctx: Context }) {
  const { mps, postcodes } = await directoryAges(ctx)
  const of = mps?.asOf ? `as of ${longDate(mps.asOf)}` : 'of a day that is not known'
  const rows = [
    ...(mps
      ? [{ term: 'MPs', value: `${of[0]?.toUpperCase()}${of.slice(1)}, last changed by ${sources[mps.source]}` }]
      : []),
    {
      term: 'Postcodes',
      value: postcodes
        ? `${postcodes.name}${postcodes.released ? '' : ', of a month that is not known'}`
        : 'No release yet',
    },
  ]
  return <SummaryList rows={rows} />
}
