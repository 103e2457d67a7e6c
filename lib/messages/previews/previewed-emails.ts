import { z } from 'zod'
import { type WordedEmail, wordedEmails } from '@/emails/to-writer/worded-emails'

export type PreviewedEmail = WordedEmail | 'letter'

const { confirm, reminder, already, ...later } = wordedEmails

/** The e-mails that a campaign's text goes into, in the order in which they are sent. */
export const previewedEmails: Record<PreviewedEmail, string> = {
  ...labelsOf({ confirm, reminder, already }),
  letter: 'The letter to the MP',
  ...labelsOf(later),
}
export const previewedEmail = z.enum(Object.keys(previewedEmails) as [PreviewedEmail, ...PreviewedEmail[]])

function labelsOf<Name extends string>(emails: Record<Name, { label: string }>): Record<Name, string> {
  const names = Object.keys(emails) as Name[]
  return Object.fromEntries(names.map((name) => [name, emails[name].label])) as Record<Name, string>
}
