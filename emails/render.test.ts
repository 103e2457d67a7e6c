import { toPlainText } from '@react-email/render'
import { beforeAll, describe, expect, test } from 'vitest'
import { WITHOUT_BUTTON } from './_components/block-html'
import { letterToMpEmail } from './letter-to-mp'
import { previews, sampleLetter, sampleSite } from './previews'
import { type RenderedEmail, renderEmail } from './render'
import { confirmEmail } from './to-writer/confirm'

const CONSTITUENT = 'a constituent who confirmed their e-mail address'
const URL_PATTERN = /https:\/\/[^\s"<>]+/g

describe.each(Object.entries(previews))('%s', (_name, message) => {
  let email: RenderedEmail
  beforeAll(async () => {
    email = await renderEmail(message)
  })

  test('has a subject of one line under 60 characters', () => {
    expect(email.subject).toMatch(/^[^\r\n]{5,59}$/)
  })

  test('is in British English, without scripts, pictures or holes', () => {
    expect(email.html).toContain('lang="en-GB"')
    for (const wrong of [/<script/i, /<img/i, /undefined/, /null/, /NaN/, /\[object/, /Invalid Date/]) {
      expect(email.html).not.toMatch(wrong)
      expect(email.text).not.toMatch(wrong)
    }
  })

  test('leads to the same addresses in both parts, and writes out that of its button alone, once', () => {
    const written = shownWords(email.html).match(URL_PATTERN) ?? []
    const inText = new Set(email.text.match(URL_PATTERN))
    const linked = new Set([...email.html.matchAll(/href="(https:[^"]+)"/g)].map((found) => decoded(found[1] ?? '')))
    expect(inText.size).toBeGreaterThan(0)
    expect(inText).toEqual(linked)
    const buttons =
      message.kind === 'letter'
        ? [message.verifyUrl]
        : message.blocks.flatMap((block) => (block.kind === 'button' ? [block.url] : []))
    expect(buttons.length).toBeLessThanOrEqual(1)
    expect(written).toEqual(buttons)
  })

  test('says every word of the HTML in the text', () => {
    const shown = shownWords(email.html).replace(WITHOUT_BUTTON, '')
    expect(firstNotInOrder(wordsOf(shown), wordsOf(email.text))).toBeUndefined()
  })

  test('wraps its own text', () => {
    const letter = new Set(sampleLetter.body.split('\n'))
    const long = email.text.split('\n').filter((line) => line.length > 100 && !letter.has(line))
    expect(long.filter((line) => !/https:\/\/\S+$/.test(line))).toEqual([])
  })

  test('bears the name of the installation, and not the program’s', () => {
    for (const part of [email.subject, email.html, email.text]) expect(part).not.toContain('Dear MP')
    expect(email.html).toContain(sampleSite)
  })

  test('names who stands behind it, except on the letter itself', () => {
    for (const part of [email.html, email.text]) {
      if (message.kind === 'letter') {
        expect(part).not.toMatch(/Promoted by|Run by|privacy/)
      } else if (message.footer.operator) {
        const words = part.replace(/\s+/g, ' ')
        const imprint = 'Promoted by Example Campaigns, 1 Sample Street, London, N1 1AA.'
        if (message.footer.isForTeam) expect(words).not.toContain('Promoted by')
        else expect(words).toContain(imprint)
        expect(words).toContain('Run by Example Campaigns.')
        expect(words).toContain('Privacy contact: privacy@example.org')
        expect(part).toContain('https://letters.example.org/privacy')
      } else {
        expect(part).not.toContain('Promoted by')
      }
    }
  })
})

describe('the letter to the MP', () => {
  test('is a letter and nothing else', async () => {
    const { html, text } = await renderEmail(
      letterToMpEmail({
        letter: sampleLetter,
        note: `Sent through Write & Be Read by ${CONSTITUENT}.`,
        verifyUrl: 'https://x.example/verify/1',
      }),
    )
    expect(text).toBe(
      [
        sampleLetter.salutation,
        sampleLetter.body,
        sampleLetter.signOff,
        'Jane Okafor\nFlat 4, 12 Example Street\nLondon\nSW1A 1AA\njane.okafor@example.com',
        'Sent through Write & Be Read by a constituent who confirmed their e-mail address. Check: https://x.example/verify/1\n',
      ].join('\n\n'),
    )
    expect(toPlainText(html)).toBe(text.trim())
    expect(html).not.toMatch(/<style|class=|<table|<h\d/)
  })

  test('shows markup as text, and leaves out control and direction characters', async () => {
    const body = 'One <script>alert(1)</script> & "two"\u202e\u2067\u0000\u0008\r\nnext line\r\n\r\n<b>Last</b>'
    const letter = { ...sampleLetter, subject: 'Now\r\nBcc: x@example.com', name: 'Jane\nOkafor', body }
    const { subject, html, text } = await renderEmail(
      letterToMpEmail({ letter, note: `Sent by ${CONSTITUENT}.`, verifyUrl: 'https://x.example/v' }),
    )
    expect(subject).toBe('Now Bcc: x@example.com')
    expect(html).toContain('One &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;two&quot;<br/>next line</p>')
    expect(text).toContain('One <script>alert(1)</script> & "two"\nnext line\n\n<b>Last</b>\n\n')
    expect(text).toContain('\n\nJane Okafor\nFlat 4')
    expect(html + text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u)
  })
})

test('names with line ends do not reach a header', async () => {
  const { subject } = await renderEmail(
    confirmEmail({
      operator: null,
      site: sampleSite,
      privacyUrl: 'https://x.example/privacy',
      name: 'Jane\r\nBcc: a@example.com',
      campaignTitle: 'Title\r\nX: y',
      mpName: 'Rachel\r\nBcc: b@example.com',
      constituency: 'Some\nwhere',
      becomes: 'sent',
      confirmUrl: 'https://x.example/confirm/1',
      code: '000000',
      notMeUrl: 'https://x.example/not-me/1',
      expires: new Date('2020-10-19T13:05:00Z'),
      keptDays: 7,
    }),
  )
  expect(subject).toBe('Confirm your letter to Rachel Bcc: b@example.com MP')
})

/** What a reader of the HTML sees, without the name at its head. */
function shownWords(html: string): string {
  const asTyped = { uppercase: false }
  const selectors = [
    { selector: 'h1', options: asTyped },
    { selector: 'h2', options: asTyped },
    { selector: 'a', options: { ignoreHref: true } },
  ]
  return toPlainText(html, { selectors }).replace(sampleSite, '')
}

/** Words alone: no bullets, no rules, no colon after a label. */
function wordsOf(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/:$/, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

function firstNotInOrder(words: string[], within: string[]): string | undefined {
  let at = 0
  return words.find((word) => {
    at = within.indexOf(word, at) + 1
    return at === 0
  })
}

function decoded(attribute: string): string {
  return attribute.replaceAll('&amp;', '&')
}
