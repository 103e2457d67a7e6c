import type { ReactNode } from 'react'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { SummaryList } from '@/components/ui/summary-list'
import type { PostcodeRelease } from '@/lib/directory/postcodes/releases'
import { counted, grouped } from '@/lib/kernel/text'

/** `children`: the way back from the last changes. */
type Props = {
  release: PostcodeRelease | null
  splits: number
  /** There is somewhere to fetch a release from. */
  canFetch: boolean
  fetching: ReactNode
  children: ReactNode
}

/** Which release of ONS answers for the postcodes, and how many are known to be split. */
export function Postcodes({ release, splits, canFetch, fetching, children }: Props) {
  return (
    <Part id="postcodes" heading="Postcodes">
      {release ? <Release release={release} /> : <None canFetch={canFetch} />}
      {fetching}
      <p className="mt-4 max-w-measure">
        {splits > 0
          ? `${counted(splits, 'postcode')} ${splits === 1 ? 'lies' : 'lie'} in several constituencies: their supporters choose.`
          : 'No postcode is known to lie in several constituencies. npm run directory -- import-splits FILE adds those that do.'}
      </p>
      {children}
    </Part>
  )
}

function Release({ release }: { release: PostcodeRelease }) {
  const { name, importedAt, checksum, postcodes, terminated, outside, nowhere } = release
  const rows = [
    { term: 'Release', value: name },
    { term: 'Imported', value: <When at={importedAt} /> },
    {
      term: 'Postcodes',
      value: `${grouped(postcodes)}, of which ${grouped(terminated)} are terminated and still answered`,
    },
    { term: 'Without an MP', value: `${grouped(outside)} in the Channel Islands or the Isle of Man` },
    { term: 'In no seat', value: `${grouped(nowhere)}, which ONS places nowhere: their supporters choose by name` },
    { term: 'SHA-256', value: <code className="break-all text-note">{checksum}</code> },
  ]
  return <SummaryList rows={rows} />
}

function None({ canFetch }: { canFetch: boolean }) {
  return (
    <p className="max-w-measure">
      No release of the postcodes is imported yet, so most are asked of the live sources, where any are set. Bring in
      the National Statistics Postcode Lookup of the Office for National Statistics,{' '}
      {canFetch
        ? 'by the button below, by npm run directory -- fetch-postcodes, or from a file by npm run directory -- import-postcodes FILE.'
        : 'from a file: npm run directory -- import-postcodes FILE. RELEASES_URL is off, so it cannot be fetched from here.'}
    </p>
  )
}
