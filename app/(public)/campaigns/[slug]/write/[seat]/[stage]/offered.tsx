import { type Offers, offersFor } from '@/app/_server/letter/offers'
import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Props = {
  draft: LetterDraft
  /** The id of the form that its buttons submit, where they do not stand in it. */
  form?: string
}

/** What the page can do for a letter at one press. Nothing is done unasked, and going on without is always right. */
export function Offered({ draft, form }: Props) {
  const { frame, marks, leftOut } = offersFor(draft)
  return (
    <>
      {frame.length > 0 && <PastedFrame pieces={frame} form={form} />}
      {marks.length > 0 && <MissingMarks marks={marks} form={form} />}
      {leftOut !== '' && <LeftOut words={leftOut} form={form} />}
    </>
  )
}

function PastedFrame({ pieces, form }: { pieces: string[]; form: string | undefined }) {
  return (
    <Notice heading="Part of this is put on every letter">
      <p>A greeting, “Yours sincerely”, your name and your address are put on for you. We can take out of your text:</p>
      {[...new Set(pieces)].map((piece) => (
        <Quoted key={piece} text={piece} />
      ))}
      <Take offer="frame" form={form} says="Take this out" />
    </Notice>
  )
}

function MissingMarks({ marks, form }: { marks: Offers['marks']; form: string | undefined }) {
  const words = markWords(marks)
  return (
    <Notice heading={`${words.charAt(0).toUpperCase()}${words.slice(1)}?`}>
      {[...new Set(marks.map(({ text }) => text))].map((text) => (
        <Quoted key={text} text={text} />
      ))}
      <Take offer="marks" form={form} says={`Yes, ${words}`} />
    </Notice>
  )
}

function LeftOut({ words, form }: { words: string; form: string | undefined }) {
  return (
    <Notice heading="What you typed is left out">
      <p>You went on without words of your own. These are not in the letter:</p>
      <Quoted text={words} />
      <Take offer="words" form={form} says="Put them in" />
    </Notice>
  )
}

function Quoted({ text }: { text: string }) {
  return (
    <blockquote dir="auto" className="border-l-4 border-hair pl-3 whitespace-pre-line wrap-anywhere">
      {text}
    </blockquote>
  )
}

function Take({ offer, says, form }: { offer: 'frame' | 'marks' | 'words'; says: string; form: string | undefined }) {
  return (
    <Button look="second" name="offer" value={offer} form={form}>
      {says}
    </Button>
  )
}

function markWords(marks: Offers['marks']): string {
  const ends = [
    marks.some(({ stop }) => stop) && 'a full stop',
    marks.some(({ question }) => question) && 'a question mark',
  ].filter((end) => end !== false)
  const words = [
    marks.some(({ capital }) => capital) && 'begin with a capital',
    ends.length > 0 && `end with ${ends.join(' or ')}`,
  ].filter((word) => word !== false)
  return words.join(' and ')
}
