'use client'

import { LetterSheet } from '@/components/letter/letter-sheet'
import { ChangingText } from '@/components/ui/changing-text'
import { Details } from '@/components/ui/details'
import type { Beside, LetterInTurn } from '@/lib/writing/draft-as-letter-type'
import { type Seen, useSeen } from './seen'

type Shown = { beside: Beside; three: readonly LetterInTurn[] }

const shownOf = ({ beside, three }: Seen): Shown | null => beside && { beside, three }
/** Whose letters they are, in their turn. */
const WRITERS = ['Sam Example', 'Mina Example', 'Aled Example']

/**
 * The letters of the next three supporters of one MP beside each other, without own words; follows what is typed. `of`:
 * which text they are of, where there are several.
 */
export function ThreeLetters({ of, ...first }: Shown & { of?: string }) {
  const { beside, three } = useSeen(first, shownOf)
  if (beside.kind !== 'letter') return null
  return (
    <Details look="plain" summary="Three letters beside each other">
      <p className="max-w-measure">
        <ChangingText>
          {`As three supporters in a row would get them, to ${beside.whose}, before they have added anything.`}
        </ChangingText>
      </p>
      <div className="mt-3 grid items-start gap-4 bg-desk p-3 text-note sm:p-4 lg:grid-cols-3 [&_.sheet]:p-5 [&_.sheet]:text-note">
        {three.map(({ subject, body, words }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter is known by its turn.
          <div key={at} className="min-w-0 space-y-2">
            <p className="font-semibold">
              <ChangingText>{`Letter ${at + 1}: ${words} words`}</ChangingText>
            </p>
            <LetterSheet
              key={body}
              label={`Letter ${at + 1}${of ? `. ${of}` : ''}`}
              from={[WRITERS[at] ?? '']}
              to={[]}
              salutation={beside.salutation}
              subject={subject || 'No subject yet'}
              body={body}
              signOff={beside.signOff}
            />
          </div>
        ))}
      </div>
    </Details>
  )
}
