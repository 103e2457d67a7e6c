import { type MailPlaceholder, type WordedEmail, wordedEmails } from '@/emails/to-writer/worded-emails'
import { lengthOf } from '@/lib/kernel/text'
import { listOf, mailLine, part } from './content-text'

export const MAIL_SUBJECT_MOST = 90
export const MAIL_TEXT_MOST = 600
export const MAIL_PARAGRAPHS_MOST = 4
/** Longer, a subject is cut off when it is sent. */
const SUBJECT_SENT_MOST = 150
/** As long as any of them gets. */
const LONGEST: Record<MailPlaceholder, number> = {
  mp: 45,
  constituency: 45,
  campaign: 90,
  name: 70,
  'written on': 17,
  'sent on': 17,
}

/** What a campaign says in the e-mails to its writers in its own words. Where it says nothing, ours stand there. */
export const emailWords = part('E-mails', {
  confirm: worded('confirm'),
  reminder: worded('reminder'),
  already: worded('already'),
  copy: worded('copy'),
  vacant: worded('vacant'),
  dissolved: worded('dissolved'),
  'no-address-yet': worded('no-address-yet'),
  'by-post': worded('by-post'),
  review: worded('review'),
  released: worded('released'),
  'has-address': worded('has-address'),
  undelivered: worded('undelivered'),
  reply: worded('reply'),
  'reply-again': worded('reply-again'),
} satisfies Record<WordedEmail, unknown>)

function worded(which: WordedEmail) {
  const { label, holds } = wordedEmails[which]
  const text = (what: string) => {
    const name = `${what} of “${label}”`
    return listOf(name, mailLine(name, MAIL_TEXT_MOST, holds), { least: 1, most: MAIL_PARAGRAPHS_MOST }).optional()
  }
  return part(`E-mail “${label}”`, {
    subject: mailLine(`Subject of “${label}”`, MAIL_SUBJECT_MOST, holds)
      .refine((subject) => longest(subject) <= SUBJECT_SENT_MOST, {
        error: `Subject of “${label}”: with long names filled in it would have more than ${SUBJECT_SENT_MOST} characters.`,
      })
      .optional(),
    opening: text('Opening'),
    closing: text('Closing'),
  }).optional()
}

function longest(subject: string): number {
  return lengthOf(
    subject.replace(/\{([^{}]*)\}/g, (match, name: string) =>
      'x'.repeat(Object.hasOwn(LONGEST, name) ? LONGEST[name as MailPlaceholder] : match.length),
    ),
  )
}
