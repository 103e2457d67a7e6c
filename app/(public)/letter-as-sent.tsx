import { LetterSheet } from '@/components/letter/letter-sheet'
import { longDate } from '@/lib/kernel/text'
import { addressee } from '@/lib/letters/addressee'
import type { sentLetter } from '@/lib/letters/sent-letter'

type Props = {
  written: ReturnType<typeof sentLetter>
  mp: { name: string } | null
  constituency: string
  date: Date
}

/** A letter as its MP gets it, with everything that is put on it at sending. */
export function LetterAsSent({ written, mp, constituency, date }: Props) {
  return (
    <LetterSheet
      label="Your letter"
      from={[written.name, ...written.address, written.postcode, written.email]}
      to={addressee(mp, constituency)}
      date={longDate(date)}
      salutation={written.salutation}
      subject={written.subject}
      body={written.body}
      signOff={written.signOff}
      signature={written.name}
    />
  )
}
