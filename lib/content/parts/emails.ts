import { type WordedEmail, wordedEmails } from '@/emails/to-writer/worded-emails'
import { MAIL_PARAGRAPHS_MOST, MAIL_SUBJECT_MOST, MAIL_TEXT_MOST } from '@/lib/content/email-words'
import type { EditorField, EditorPart } from './field'

/** The words of the e-mails to writers that are the campaign's own. */
export const emailsPart: EditorPart = {
  id: 'emails',
  title: 'The e-mails',
  help: 'What writers are sent from their letter on. Each e-mail says by itself what has to be said: the link to confirm, why a letter waits, who stands behind it. A subject, the first words and the last can be yours; where you write nothing, ours stand there. What is sent has the words that are live then.',
  fields: (Object.keys(wordedEmails) as WordedEmail[]).flatMap(fieldsOfEmail),
}

/** The fields of one e-mail. */
export function fieldsOfEmail(which: WordedEmail): EditorField[] {
  const { label, subject, opening } = wordedEmails[which]
  const at = `emails.${which}`
  const several = `At most ${MAIL_PARAGRAPHS_MOST} paragraphs of ${MAIL_TEXT_MOST} characters, with an empty line between them.`
  const ours =
    opening.length > 0 ? `Ours: “${opening.join(' ')}”` : 'Of ours there is none: yours come before the rest.'
  return [
    {
      key: `${at}.subject`,
      label: `Subject of “${label}”`,
      kind: 'line',
      most: MAIL_SUBJECT_MOST,
      optional: true,
      hint: `Ours: “${subject}”`,
    },
    {
      key: `${at}.opening`,
      label: `Opening of “${label}”`,
      kind: 'paragraphs',
      optional: true,
      hint: `${ours} ${several}`,
    },
    {
      key: `${at}.closing`,
      label: `Closing of “${label}”`,
      kind: 'paragraphs',
      optional: true,
      hint: `Before the links at the end. Of ours there is none. ${several}`,
    },
  ]
}
