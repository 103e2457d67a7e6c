import { LetterAsSent } from '@/app/(public)/letter-as-sent'
import { Part } from '@/components/staff/part'
import type { openLetterText } from '@/lib/delivery/queue/open-letter-text'

type Props = { opened: NonNullable<Awaited<ReturnType<typeof openLetterText>>>; sentAt: Date }

/** The letter as its MP gets it. Whoever reads this stands in the audit. */
export function OpenedText({ opened: { letter, mp, constituency }, sentAt }: Props) {
  return (
    <Part id="text" heading="The text">
      <p className="mb-4">That you have opened it stands in the audit.</p>
      <LetterAsSent written={letter} mp={mp} constituency={constituency} date={sentAt} />
    </Part>
  )
}
