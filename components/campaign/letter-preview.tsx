import { Desk } from '@/components/letter/desk'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { Section } from '@/components/ui/section'

type Props = {
  subject: string
  body: string
  /** In words: "6 October 2020". */
  date: string
  heading?: string
}

/** What a letter will look like, with everything that will be the supporter's own left as a place for it. */
export function LetterPreview({ subject, body, date, heading = 'What your letter will look like' }: Props) {
  return (
    <Section id="preview" heading={heading}>
      <p className="max-w-measure">
        Your own words take the place that is kept for them. The sentences differ from one letter to the next, and you
        can change or strike out any of them before it goes.
      </p>
      <div className="mt-6">
        <Desk>
          <LetterSheet
            label="A letter, as an example"
            from={['Your name', 'Your address', 'Your town and postcode']}
            to={['Your MP', 'House of Commons', 'London SW1A 0AA']}
            date={date}
            salutation="Dear …"
            subject={subject}
            body={body}
            signature="Your name"
          />
        </Desk>
      </div>
    </Section>
  )
}
