import { SummaryList } from '@/components/ui/summary-list'
import { directoryAges } from '@/lib/directory/age/ages'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { sourceWords } from './source-words'

/** Of when MPs and postcodes are, and from where. */
export async function Freshness({ ctx }: { ctx: Context }) {
  const { mps, postcodes } = await directoryAges(ctx)
  const of = mps?.asOf ? `as of ${longDate(mps.asOf)}` : 'of a day that is not known'
  const rows = [
    ...(mps
      ? [{ term: 'MPs', value: `${of[0]?.toUpperCase()}${of.slice(1)}, last changed by ${sourceWords[mps.source]}` }]
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
