import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Text } from 'react-email'
import { BlockHtml } from './block-html'
import { footerLines } from './footer'
import { HeadingHtml } from './heading-html'
import type { Notice } from './message'
import { plainLine } from './plain'
import { darkSheet, light, linkStyle, SANS } from './style'
import { UnbrokenHtml } from './unbroken-html'

/** A notice as HTML: one column, no pictures, readable with style sheets dropped. */
export function NoticeHtml({ notice }: { notice: Notice }) {
  return (
    <Html lang="en-GB">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no" />
        <title>{notice.subject}</title>
        <style>{darkSheet}</style>
      </Head>
      <Body className="page" lang="en-GB">
        <Preview useTitleTag={false}>{notice.preview}</Preview>
        <Container className="ground" style={columnStyle}>
          <Text className="ink line" style={markStyle}>
            {plainLine(notice.footer.site)}
          </Text>
          <Heading className="ink" style={headingStyle}>
            <HeadingHtml text={notice.heading} />
          </Heading>
          {notice.blocks.map((block, at) => (
            <BlockHtml block={block} key={at} />
          ))}
          <Hr className="line" style={{ margin: '36px 0 18px', borderTop: `1px solid ${light.line}` }} />
          <Text className="quiet" style={footerStyle}>
            <UnbrokenHtml text={notice.because} />
          </Text>
          {footerLines(notice.footer).map(({ text, url }) => (
            <Text className="quiet" key={text} style={footerStyle}>
              {url ? (
                <Link className="link" href={url} style={linkStyle}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </Text>
          ))}
        </Container>
      </Body>
    </Html>
  )
}

const columnStyle = { maxWidth: '600px', backgroundColor: light.ground, padding: '24px 20px 40px' }

const markStyle = {
  margin: '0 0 26px',
  borderBottom: `2px solid ${light.ink}`,
  paddingBottom: '10px',
  color: light.ink,
  fontFamily: SANS,
  fontSize: '17px',
  lineHeight: '1.2',
  fontWeight: 800,
}

const headingStyle = {
  margin: '0 0 20px',
  color: light.ink,
  fontFamily: SANS,
  fontSize: '28px',
  lineHeight: '1.18',
  letterSpacing: '-0.01em',
  textWrap: 'balance' as const,
  fontWeight: 800,
}

const footerStyle = {
  margin: '0 0 10px',
  color: light.quiet,
  fontFamily: SANS,
  fontSize: '14px',
  lineHeight: '1.5',
  overflowWrap: 'anywhere' as const,
}
