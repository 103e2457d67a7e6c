import { Section } from '@/components/ui/section'
import { Unbroken } from '@/components/ui/unbroken'
import { counted } from '@/lib/kernel/text'

type Outcome = {
  /** Letters that went to MPs, from so many constituencies. */
  sent: number
  constituencies: number
  /** How many supporters said that their MP had answered; `null` while they are too few to be told. */
  answers: number | null
}

type Props = {
  supporters: number
  outcome: Outcome
  /** What staff say of it, an empty line between paragraphs. */
  words: string | null
}

/** What came of a campaign that is closed: in the words of its team, and in figures. Nothing where there is neither. */
export function WhatCame({ supporters, outcome, words }: Props) {
  const sentences = sentencesOf(supporters, outcome)
  if (!words && sentences.length === 0) return null
  return (
    <Section id="outcome" heading="What came of it">
      <div className="max-w-measure space-y-4">
        {words?.split('\n\n').map((paragraph) => (
          <p key={paragraph} className="whitespace-pre-line">
            <Unbroken>{paragraph}</Unbroken>
          </p>
        ))}
        {sentences.length > 0 && <p>{sentences.join(' ')}</p>}
      </div>
    </Section>
  )
}

function sentencesOf(supporters: number, { sent, constituencies, answers }: Outcome): string[] {
  return [
    ...(supporters > 0 ? [`${counted(supporters, 'person has', 'people have')} written.`] : []),
    ...(sent > 0
      ? [
          `${counted(sent, 'letter has', 'letters have')} gone to MPs, from ${counted(constituencies, 'constituency', 'constituencies')}.`,
        ]
      : []),
    ...(answers === null ? [] : [`${counted(answers, 'supporter', 'supporters')} told us that their MP had answered.`]),
  ]
}
