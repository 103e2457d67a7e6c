'use client'

import { ChangingText } from '@/components/ui/changing-text'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import type { SlotsInWords } from '@/lib/writing/draft-as-letter-type'
import { type Seen, useSeen } from './seen'

const slotsOf = ({ slots }: Seen) => slots

/** What each part of the letter has, and what an office would see of it; follows what is typed where scripts run. */
export function LiveSlots({ slots: first }: { slots: SlotsInWords | null }) {
  const slots = useSeen(first, slotsOf)
  if (slots === null) {
    return (
      <p className="max-w-measure">What an office would see is counted once every part of the letter is written.</p>
    )
  }
  const [most = '', ...more] = slots.says
  return (
    <div className="max-w-measure">
      <p aria-live="polite" className="font-semibold">
        <ChangingText>{most}</ChangingText>
      </p>
      {more.map((line) => (
        <p key={line} className="mt-1">
          {line}
        </p>
      ))}
    </div>
  )
}

/** The same part by part (`of`: which text it is, where there are several): how many wordings there are, how often a sentence comes back, and what is missing. */
export function SlotByPart({ slots: first, of }: { slots: SlotsInWords | null; of?: string }) {
  const slots = useSeen(first, slotsOf)
  if (slots === null) return null
  return (
    <Details look="plain" summary="What there is, and what is missing">
      <Table
        caption={`Parts of the letter, and a hundred letters to one MP${of ? `. ${of}` : ''}`}
        captionHidden
        columns={[
          { label: 'Part' },
          { label: 'Wordings' },
          { label: 'Fewest ways to say one', numeric: true },
          { label: 'Same sentence, in 100 letters' },
          { label: 'Missing' },
        ]}
        rows={slots.rows.map(({ key, name, wordings, ways, times, missing }) => ({
          key,
          cells: [name, wordings, ways, times, missing],
        }))}
      />
    </Details>
  )
}
