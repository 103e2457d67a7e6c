import type { Asked } from '@/app/staff/_figures/asked'
import { DownloadLinks } from '@/app/staff/_figures/download-links'
import type { Preset } from '@/app/staff/_figures/presets'
import { ScopeForm } from '@/app/staff/_figures/scope-form'
import { sourceWords } from '@/app/staff/_figures/source-words'
import { WhatIsCounted } from '@/components/figures/what-is-counted'
import { Part } from '@/components/staff/part'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import { type SourceKind, sourceKinds } from '@/lib/figures/dashboard/sources'
import { definitions } from '@/lib/figures/definitions'
import type { FigureGroup } from '@/lib/figures/export/input'
import { longDate } from '@/lib/kernel/text'

type Props = {
  asked: Asked
  campaigns: readonly { slug: string; name: string }[]
  presets: readonly Preset[]
  isPaused: boolean
}
type File = { by: FigureGroup; kind?: SourceKind; what: string; holds: string }

const files: File[] = [
  { by: 'day', what: 'By day', holds: 'all that is counted' },
  { by: 'hour', what: 'By hour', holds: 'all that is counted' },
  {
    by: 'constituency',
    what: 'By constituency',
    holds: 'code, name, nation, region, MP, party; all that is counted but for page views',
  },
  { by: 'party', what: 'By party', holds: 'how many constituencies; all that is counted but for page views' },
  { by: 'nation', what: 'By nation', holds: 'how many constituencies; all that is counted but for page views' },
  { by: 'region', what: 'By region', holds: 'how many constituencies; all that is counted but for page views' },
  { by: 'step', what: 'From the first look to an answer', holds: 'each step, and what its share is of' },
  { by: 'state', what: 'Letters by state', holds: 'how they stand now, and why they are held' },
  { by: 'ask', what: 'Letters by ask', holds: 'letters with the ask, and all of the campaign' },
  { by: 'question', what: 'Own words by question', holds: 'letters in which it was answered, and in how many words' },
  ...sourceKinds.map((kind) => ({
    by: 'source' as const,
    kind,
    what: `By source: ${sourceWords[kind]}`,
    holds: 'all that is counted',
  })),
]

/** What the dashboard shows, as files. */
export function FiguresPart({ asked, campaigns, presets, isPaused }: Props) {
  const { campaign, span, faults } = asked
  const day = (date: string) => longDate(new Date(`${date}T12:00:00Z`))
  return (
    <Part id="figures" heading="Figures">
      {isPaused ? (
        <p>An administrator has paused the dashboard: its figures are not read until it is switched on again.</p>
      ) : (
        <div className="space-y-6">
          <ScopeForm
            asked={asked}
            campaigns={campaigns}
            action="/staff/exports"
            button="Choose"
            presets={presets}
            hrefOf={(change) =>
              `/staff/exports?${new URLSearchParams({ campaign: campaign?.slug ?? 'all', from: span.from, to: span.to, ...change })}`
            }
          />
          {faults.map((fault) => (
            <Notice key={fault}>{fault}</Notice>
          ))}
          <Table
            caption={`${campaign?.name ?? 'All campaigns'}, ${day(span.from)} to ${day(span.to)}`}
            columns={[{ label: 'Figures' }, { label: 'Download' }, { label: 'What a row holds' }]}
            rows={files.map(({ holds, ...file }) => ({
              key: file.what,
              cells: [
                <span key="what" className="inline-flex min-h-target min-w-32 items-center">
                  {file.what}
                </span>,
                <DownloadLinks key="download" scope={asked} {...file} what={`figures ${file.what.toLowerCase()}`} />,
                <span key="holds" className="inline-flex min-h-target min-w-48 items-center text-muted">
                  {holds}
                </span>,
              ],
            }))}
          />
          <WhatIsCounted figures={Object.values(definitions)} />
          <p className="max-w-measure text-muted">
            Every number in full, as the dashboard shows it. Days and hours are London’s. A CSV file opens in any
            spreadsheet.
          </p>
        </div>
      )}
    </Part>
  )
}
