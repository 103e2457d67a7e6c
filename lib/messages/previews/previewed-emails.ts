import { z } from 'zod'

/** The e-mails that a campaign's text goes into, in the order in which they are sent. */
export const previewedEmails = {
  confirm: 'Asking to confirm',
  reminder: 'Reminder to confirm',
  already: 'To somebody who has written before',
  letter: 'The letter to the MP',
  copy: 'The supporter’s copy',
  vacant: 'Kept, since the seat is vacant',
  dissolved: 'Kept, since Parliament is dissolved',
  'no-address-yet': 'Kept, since no e-mail address of the new MP is listed yet',
  'by-post': 'To be printed, since there is no e-mail address for the MP',
  review: 'Held until somebody of the team has looked',
  released: 'Going on, since there is an MP',
  'has-address': 'Going on, since there is an e-mail address',
  undelivered: 'Did not arrive',
  reply: 'Asking whether the MP has replied',
  'reply-again': 'Asking once more',
} as const
export type PreviewedEmail = keyof typeof previewedEmails
export const previewedEmail = z.enum(Object.keys(previewedEmails) as [PreviewedEmail, ...PreviewedEmail[]])
