import { Unbroken } from '@/components/ui/unbroken'
import { LetterEnd, type LetterHead, LetterHeadLines } from './letter-parts'

/** Lines with something on them, one under the other. */
const PARAGRAPH = /\S.*(?:\n[^\S\n]*\S.*)*/g

type Props = LetterHead & {
  /** The writer's name and address, a line each. */
  from: readonly string[]
  /** Names the sheet for screen readers, such as "Your letter". */
  label: string
  salutation: string
  subject: string
  /** Plain text with an empty line between paragraphs. */
  body: string
  signOff?: string
  /** What is put below it for the MP's office. */
  note?: string | undefined
}

/** A letter to read: the sheet, its margins, and everything that stands on it, as the MP will get it; no head without `to`. */
export function LetterSheet({
  label,
  salutation,
  subject,
  body,
  from,
  signOff = 'Yours sincerely,',
  note,
  ...head
}: Props) {
  return (
    <article aria-label={label} className="paper sheet">
      {head.to.length > 0 && <LetterHeadLines {...head} />}
      <p className={head.to.length > 0 ? 'mt-6' : ''}>{salutation}</p>
      <p dir="auto" className="mt-4 font-bold">
        {subject}
      </p>
      <div className="sheet-body mt-4">
        {/* Where a paragraph begins is its key: two may have the same words. */}
        {[...body.matchAll(PARAGRAPH)].map(({ 0: paragraph, index }) => (
          <p key={index} dir="auto" className="whitespace-pre-line">
            {paragraph.trim()}
          </p>
        ))}
      </div>
      <LetterEnd signOff={signOff} from={from} />
      {note && (
        <p className="mt-8 text-note wrap-anywhere">
          <Unbroken>{note}</Unbroken>
        </p>
      )}
    </article>
  )
}
