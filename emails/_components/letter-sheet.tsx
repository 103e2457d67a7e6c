import { Section, Text } from 'react-email'
import { LinesHtml } from './lines-html'
import { letterParagraphs, type SentLetter } from './sent-letter'
import { light, SERIF } from './style'

/** The letter as a letter: a sheet with a hairline round it, in a serif. */
export function LetterSheet({ letter }: { letter: SentLetter }) {
  return (
    <Section className="sheet" style={sheetStyle}>
      {letterParagraphs(letter).map((lines, at, all) => (
        <Text
          dir="auto"
          className="ink"
          key={`${at} ${lines[0]}`}
          style={at === all.length - 1 ? lastStyle : paragraphStyle}
        >
          <LinesHtml lines={lines} />
        </Text>
      ))}
    </Section>
  )
}

const sheetStyle = {
  margin: '8px 0 28px',
  backgroundColor: light.ground,
  border: `1px solid ${light.line}`,
  padding: '28px 24px',
}

const paragraphStyle = {
  margin: '0 0 18px',
  color: light.ink,
  fontFamily: SERIF,
  fontSize: '18px',
  lineHeight: '1.55',
  overflowWrap: 'anywhere' as const,
}
const lastStyle = { ...paragraphStyle, margin: '0' }
