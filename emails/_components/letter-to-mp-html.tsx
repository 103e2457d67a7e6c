import { Head, Html } from 'react-email'
import { LinesHtml } from './lines-html'
import { letterParagraphs, type SentLetter } from './sent-letter'

/** The letter as a person's own mail program would send it: paragraphs, with nothing set but that long links may break. */
export function LetterToMpHtml({ letter, verifyUrl, note }: { letter: SentLetter; verifyUrl: string; note: string }) {
  return (
    <Html lang="en-GB">
      <Head />
      <body style={{ overflowWrap: 'anywhere' }}>
        {letterParagraphs(letter).map((lines, at) => (
          <p key={at} dir="auto">
            <LinesHtml lines={lines} />
          </p>
        ))}
        <p>
          <small>
            {`${note} `}
            <a href={verifyUrl}>{verifyUrl}</a>
          </small>
        </p>
      </body>
    </Html>
  )
}
