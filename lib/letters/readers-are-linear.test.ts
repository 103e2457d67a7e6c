import { expect, test } from 'vitest'
import { paragraphsOf, plainLine, plainText } from '@/emails/_components/plain'
import { holdsLink, isGreetable } from '@/emails/_components/safe-name'
import { wrap } from '@/emails/_components/wrap'
import { stretchesOf } from '@/lib/content/changes/compare'
import { campaignContent } from '@/lib/content/content'
import { paragraphsOf as typedParagraphs } from '@/lib/content/fields/read-posted-part'
import { firstCampaign } from '@/lib/content/first-campaign'
import { betweenPlaceholders, fillPlaceholders, unknownPlaceholders } from '@/lib/content/placeholders'
import { parsePostcode } from '@/lib/directory/postcode'
import { searchSeats } from '@/lib/directory/search/by-name'
import { foldWords } from '@/lib/directory/search/fold-name'
import { readTypedPostcode } from '@/lib/directory/typed-postcode'
import { csvLines } from '@/lib/kernel/csv'
import { stepsOf } from '@/lib/kernel/testing/steps'
import { lengthOf, manyLines, oneLine, withoutPiles, wordCount } from '@/lib/kernel/text'
import { withoutAddresses } from '@/lib/mailer/send-failure'
import { emailSlip } from '@/lib/supporters/email-slip'
import { identityOf } from '@/lib/supporters/identity'
import { formFaults } from '@/lib/writing/lint/forms/form-faults'
import { sharedRuns } from '@/lib/writing/lint/shared-runs'
import { sharedSentences } from '@/lib/writing/lint/shared-sentences'
import { ownShare, ownShareBeside } from '@/lib/writing/originality/own-share'
import { ownWords } from '@/lib/writing/originality/own-words'
import { diceOf, shinglesOf } from '@/lib/writing/originality/shingles'
import { reviewWords } from './review/held-words'
import { isOutsideUk } from './review/outside-uk'

const content = campaignContent.parse(firstCampaign.content)
const GIVEN = content.letter.openings[0] ?? ''
const SEATS = ['Bath', 'York Central', 'Holborn and St Pancras'].map((name, at) => ({
  code: `E1400000${at}`,
  name,
  nation: 'England',
  mp: { name: 'Ann Example', party: 'None' },
}))

/** What reads text of strangers, of editors or of foreign servers. */
const READERS: Record<string, (text: string) => unknown> = {
  oneLine,
  manyLines,
  withoutPiles,
  lengthOf,
  wordCount,
  plainLine,
  plainText,
  'paragraphs of an e-mail': paragraphsOf,
  'paragraphs of an editor': typedParagraphs,
  wrap,
  holdsLink,
  isGreetable,
  withoutAddresses,
  foldWords,
  parsePostcode,
  readTypedPostcode,
  emailSlip,
  'the slip of an address': (text) => emailSlip(`ann@${text}`),
  'who somebody is': (text) => identityOf(`${text}@example.org`, text),
  'the search by name': (text) => searchSeats(SEATS, text, 10, [{ name: 'Newport', near: ['E14000000'] }]),
  'a cell of a file': (text) => csvLines([[text]]),
  unknownPlaceholders,
  betweenPlaceholders,
  fillPlaceholders: (text) => fillPlaceholders(text, { mp: 'Ann', constituency: 'Bath', nation: 'England' }),
  'what two versions share': (text) => stretchesOf('A text as it was.', text),
  'one’s own share': (text) => ownShare(text, content),
  'one’s own share beside a letter': (text) => ownShareBeside(text, [GIVEN]),
  'one’s own share of what an editor wrote': (text) => ownShareBeside(GIVEN, [text]),
  'one’s own words': (text) => ownWords([text, text], content),
  piecesOf: shinglesOf,
  'what two letters share': (text) => diceOf(shinglesOf(text), shinglesOf(`${text} and more`)),
  'held words': (text) => reviewWords(text, ['claim', 'visit us']),
  'a list of held words': (text) => reviewWords(GIVEN, text.split(' ', 50)),
  'an address abroad': (text) => isOutsideUk({ address1: text, address2: text, town: text }),
  'what is wrong with a way of saying a sentence': (text) => formFaults(text, false),
  'words that two wordings share': (text) =>
    sharedRuns([{ field: 'a', name: 'A', slot: 'close', wordings: [text, text] }]),
  'sentences that two wordings share': (text) =>
    sharedSentences([{ field: 'a', name: 'A', slot: 'close', wordings: [text, text] }]),
}

const UNITS = [
  ' ',
  '\n',
  '\n ',
  'x ',
  'word. ',
  'aж ',
  'é',
  '\u0301',
  '{',
  '{mp}',
  '}',
  '@',
  'a@',
  'a.',
  '-',
  ',',
  "'",
  '👩🏽‍🚀',
  '=',
  '\u200f',
  '\ud800',
]

// All of a text in one unit each; together they take four times as long where one of them is read again and again.
const typed = (size: number) => [...UNITS, GIVEN].map((unit) => `x${unit.repeat(Math.ceil(size / unit.length))}x`)

// What V8 does by itself, such as an expression or `normalize`, is one step here: `npm run check` judges expressions.
test.each(Object.entries(READERS))('twice as much text takes at most 2.5 times the steps: %s', (_name, read) => {
  const [few, once, twice] = [100, 1500, 3000].map(typed)
  const steps = (texts: string[] = []) => stepsOf(() => texts.map((text) => read(text)))
  steps(few)
  // So many do not depend on the text at all.
  expect(steps(twice)).toBeLessThanOrEqual(2.5 * steps(once) + 500)
})
