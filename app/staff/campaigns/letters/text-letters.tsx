import { SlotByPart } from '@/components/editor/live-slots'
import { ThreeLetters } from '@/components/editor/three-letters'
import { Part } from '@/components/staff/part'
import { Table } from '@/components/ui/table'
import { draftFindings } from '@/lib/campaigns/publishing/checks-before-publishing'
import { draftContent } from '@/lib/content/draft-content'
import type { Seat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { letterBeside } from '@/lib/writing/draft-as-letter'
import { slotsInWords } from '@/lib/writing/lint/slot-words'
import { Findings } from './findings'
import { PreviewForMp } from './preview-for-mp'

type Props = {
  id: string
  heading: string
  ctx: Context
  /** The campaign's id, for where its text is edited. */
  campaign: string
  /** A version's text, finished or not. */
  content: unknown
  /** What was asked for, and the seats that it names. */
  typed: string
  seats: readonly Seat[]
}

/** The letters that one version of a text makes, what an office would see of them, and what would make them better. */
export async function TextLetters({ id, heading, ctx, campaign, content, typed, seats }: Props) {
  const { figures, ...found } = await draftFindings(ctx, content)
  const slots = slotsInWords(figures)
  const whole = draftContent(content)
  return (
    <Part id={id} heading={heading}>
      <div className="space-y-6">
        {seats.map((seat) => (
          <PreviewForMp key={seat.code} content={whole} seat={seat} open={seats.length === 1} />
        ))}
        {slots && (
          <>
            <div className="max-w-measure space-y-1">
              {slots.says.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <Table
              caption={`Letters without own words. ${heading}`}
              columns={[
                { label: 'To' },
                { label: 'Shortest, in words', numeric: true },
                { label: 'Longest', numeric: true },
                { label: 'Reading age', numeric: true },
                { label: 'Two at random have in common', numeric: true },
              ]}
              rows={figures.map(({ group, shortest, longest, readingAge, inCommon }) => ({
                key: group ?? '',
                cells: [
                  group ?? 'every MP in no group',
                  shortest,
                  longest,
                  readingAge,
                  `${Math.round(inCommon * 100)}%`,
                ],
              }))}
            />
          </>
        )}
        <div className="space-y-1">
          <SlotByPart slots={slots} of={heading} />
          <ThreeLetters of={heading} {...(await letterBeside(ctx, content, typed, 0))} />
        </div>
        <Findings campaign={campaign} faults={found.faults} advice={found.advice} />
      </div>
    </Part>
  )
}
