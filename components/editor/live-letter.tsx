'use client'

import { LetterSheet } from '@/components/letter/letter-sheet'
import { Button } from '@/components/ui/button'
import { ChangingText } from '@/components/ui/changing-text'
import { TextField } from '@/components/ui/typing/text-field'
import type { Beside } from '@/lib/writing/draft-as-letter-type'
import { type Seen, useSeen } from './seen'

type Props = { beside: Beside; mp: string; turn: number; date: string }

const besideOf = ({ beside }: Seen) => beside

/** A letter as the draft makes it, for any MP by name; follows what is typed where scripts run. */
export function LetterBeside({ beside: first, mp, turn, date }: Props) {
  const beside = useSeen(first, besideOf)

  return (
    <aside
      id="beside"
      tabIndex={-1}
      aria-label="The letter that this makes"
      className="min-w-0 space-y-4 max-lg:hidden max-lg:target:fixed max-lg:target:inset-0 max-lg:target:z-20 max-lg:target:block max-lg:target:overflow-y-auto max-lg:target:bg-ground max-lg:target:p-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-5rem)] lg:self-start lg:overflow-y-auto"
    >
      <a href="#first-field" className="link inline-flex min-h-target items-center font-semibold lg:hidden">
        Back to the text
      </a>
      <form id="beside-form" method="get" action="#beside" className="space-y-3">
        <TextField
          name="mp"
          id="beside-mp"
          label="The letter, for"
          hint="An MP or a constituency, by name"
          autoComplete="off"
          defaultValue={mp}
        />
        <input type="hidden" name="turn" value={turn} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button look="second">Show</Button>
          <Button look="quiet" name="next" value="1">
            In other wordings
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="text-note">
        {beside.kind === 'letter' && (
          <p>
            <ChangingText>
              {`${beside.whose}: ${beside.words} words${beside.group ? `, as “${beside.group}”` : ''}.`}
            </ChangingText>
          </p>
        )}
        {beside.kind === 'aside' && (
          <p>
            <ChangingText>{`${beside.whose}: no letter. Visitors read “${beside.title}” in its place.`}</ChangingText>
          </p>
        )}
        {beside.kind === 'nobody' && <p>No MP and no constituency is called that.</p>}
      </div>
      {beside.kind === 'letter' && (
        <div className="bg-desk p-3 text-note sm:p-5">
          <LetterSheet
            label="The letter"
            from={['Sam Example', '1 Example Street']}
            to={beside.to}
            date={date}
            salutation={beside.salutation}
            subject={beside.subject || 'No subject yet'}
            body={`[The supporter’s own words come here.]\n\n${beside.body}`}
            signOff={beside.signOff}
          />
        </div>
      )}
    </aside>
  )
}
