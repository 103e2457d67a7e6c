import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'

type Figure = { label: string; counts: string; whole: string | null }

/** What figures count, on demand: the same words as for programs. */
export function WhatIsCounted({ figures }: { figures: readonly Figure[] }) {
  return (
    <Details look="plain" summary="What is counted?">
      <Table
        caption="What each figure counts"
        captionHidden
        columns={[{ label: 'Figure' }, { label: 'What it counts' }, { label: 'Its share is of' }]}
        rows={figures.map(({ label, counts, whole }) => ({ key: label, cells: [label, counts, whole ?? ''] }))}
      />
    </Details>
  )
}
