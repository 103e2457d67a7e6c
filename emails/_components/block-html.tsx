import { Button, Heading, Link, Section, Text } from 'react-email'
import type { Block } from './blocks'
import { FactTable } from './fact-table'
import { LetterSheet } from './letter-sheet'
import { light, linkStyle, SANS, text } from './style'
import { UnbrokenHtml } from './unbroken-html'

/** Stands above the one address that is written out in a notice. The text part has every address, and no button. */
export const WITHOUT_BUTTON = 'If the button does nothing, copy this address:'

/** One block of a notice as HTML. */
export function BlockHtml({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading as="h2" className="ink" style={headingStyle}>
          <UnbrokenHtml text={block.text} />
        </Heading>
      )
    case 'paragraph':
      return (
        <Text className="ink" style={text}>
          <UnbrokenHtml text={block.text} />
        </Text>
      )
    case 'list':
      return (
        <ul className="ink" style={{ ...text, paddingLeft: '22px' }}>
          {block.items.map((item) => (
            <li key={item} style={{ margin: '0 0 8px' }}>
              <UnbrokenHtml text={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <FactTable facts={block.facts} />
    case 'button':
      return (
        <Section style={{ margin: '26px 0' }}>
          <Button className="button" href={block.url} style={buttonStyle}>
            <UnbrokenHtml text={block.label} />
          </Button>
          <Text className="quiet" style={addressOfButtonStyle}>
            {WITHOUT_BUTTON}
            <br />
            {block.url}
          </Text>
        </Section>
      )
    case 'link':
      return (
        <Text className="ink" style={text}>
          <Link className="link" href={block.url} style={linkStyle}>
            <UnbrokenHtml text={block.label} />
          </Link>
        </Text>
      )
    case 'answers':
      return (
        <Section style={{ margin: '26px 0 14px' }}>
          {block.answers.map(({ label, url }) => (
            <Text key={label} style={{ margin: '0 0 12px' }}>
              <Button className="answer" href={url} style={answerStyle}>
                <UnbrokenHtml text={label} />
              </Button>
            </Text>
          ))}
        </Section>
      )
    case 'address':
      return (
        <Text className="ink line" style={addressStyle}>
          {block.lines.map((line, at) => (
            <span key={line}>
              {at > 0 && <br />}
              {line}
            </span>
          ))}
        </Text>
      )
    case 'letter':
      return <LetterSheet letter={block.letter} />
  }
}

const headingStyle = {
  margin: '32px 0 10px',
  color: light.ink,
  fontFamily: SANS,
  fontSize: '20px',
  lineHeight: '1.3',
  fontWeight: 800,
}

const buttonStyle = {
  backgroundColor: light.green,
  color: light.onGreen,
  fontFamily: SANS,
  fontSize: '18px',
  fontWeight: 700,
  padding: '15px 22px',
}

const addressOfButtonStyle = {
  margin: '12px 0 0',
  color: light.quiet,
  fontFamily: SANS,
  fontSize: '14px',
  lineHeight: '1.5',
  wordBreak: 'break-all' as const,
}

// One below the other and as wide as the column: each is as easy to press as the next.
const answerStyle = {
  display: 'block',
  border: `2px solid ${light.green}`,
  color: light.green,
  fontFamily: SANS,
  fontSize: '18px',
  fontWeight: 700,
  padding: '13px 20px',
}

const addressStyle = {
  ...text,
  fontWeight: 600,
  borderLeft: `3px solid ${light.line}`,
  paddingLeft: '16px',
}
