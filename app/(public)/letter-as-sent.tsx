import { LetterSheet } from '@/components/letter/letter-sheet'
import { type SentLetter, writerLines } from '@/emails/_components/sent-letter'
import { longDate } from '@/lib/kernel/text'
import { addressee } from '@/lib/writing/salutation'

type Props = {
  written: SentLetter
  mp: { name: string } | null
  constituency: string
  date: Date
  /** What stands below it. */
  note: string
}

/** A letter as its MP gets it, with everything that is put on it at sending. */
export function LetterAsSent({ written, mp, constituency, date, note }: Props) {
  return (
    <LetterSheet
      label="Your letter"
      from={writerLines(written)}
      to={addressee(mp, constituency)}
      date={longDate(date)}
      salutation={written.salutation}
      subject={written.subject}
      body={written.body}
      signOff={written.signOff}
      note={note}
    />
  )
}
