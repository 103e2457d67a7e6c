import { Desk } from '@/components/letter/desk'
import { LetterEnd, LetterHeadLines } from '@/components/letter/letter-parts'
import { Details } from '@/components/ui/details'
import { Section } from '@/components/ui/section'
import type { SampleLetter, SamplePiece } from '@/lib/writing/sample-letter-type'

type Props = {
  letter: SampleLetter
  /** In words: "6 October 2020". */
  date: string
  heading?: string
}

/** What a letter will look like, with everything that will be the supporter's own left open. */
export function LetterPreview({ letter, date, heading = 'What your letter will look like' }: Props) {
  return (
    <Section id="preview" heading={heading}>
      <p className="max-w-measure">
        The sentences differ from one letter to the next, and you can change or strike out any of them before it goes.
      </p>
      <Details look="plain" summary="See a sample letter">
        <OpenWords letter={letter} />
        <Desk>
          <article aria-label="A letter, as an example" className="paper sheet">
            <LetterHeadLines to={['Your MP', 'House of Commons', 'London SW1A 0AA']} date={date} />
            <p className="mt-6">Dear …</p>
            <p className="mt-4 font-bold">
              <Pieces pieces={letter.subject} />
            </p>
            <div className="sheet-body mt-4">
              {letter.paragraphs.map((pieces) => (
                <Paragraph key={JSON.stringify(pieces)} pieces={pieces} />
              ))}
            </div>
            <LetterEnd signOff="Yours sincerely," from={['Your name', 'Your address', 'Your town and postcode']} />
          </article>
        </Desk>
      </Details>
    </Section>
  )
}

/** What is left open in it, as far as anything is. */
function OpenWords({ letter: { subject, paragraphs } }: Pick<Props, 'letter'>) {
  const open = [subject, ...paragraphs].flat().filter((piece) => typeof piece === 'object')
  const frames = open.some((piece) => 'question' in piece) && 'A frame is a place for your own words.'
  const blanks = open.some((piece) => 'place' in piece) && 'A blank is for where you live.'
  const words = [frames, blanks].filter(Boolean).join(' ')
  return words && <p className="mb-4 max-w-measure">{words}</p>
}

/** A paragraph of the campaign's, or the frame that is kept for an answer. */
function Paragraph({ pieces }: { pieces: SamplePiece[] }) {
  const [first] = pieces
  if (typeof first !== 'object' || !('question' in first))
    return (
      <p>
        <Pieces pieces={pieces} />
      </p>
    )
  return (
    <p className="sheet-gap font-sans text-note">
      <strong>Your own words</strong>
      <span className="sr-only">: </span>
      <span className="block text-muted">{first.question}</span>
    </p>
  )
}

function Pieces({ pieces }: { pieces: SamplePiece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place.
  return pieces.map((piece, at) => <Piece key={at} piece={piece} />)
}

function Piece({ piece }: { piece: SamplePiece }) {
  if (typeof piece === 'string') return piece
  if ('question' in piece) return null
  return (
    <span className="sheet-blank">
      <span className="sr-only">(the name of your {piece.place})</span>
    </span>
  )
}
