import { render } from '@react-email/render'
import { createElement } from 'react'
import { LetterToMpHtml } from './_components/letter-to-mp-html'
import type { Message } from './_components/message'
import { NoticeHtml } from './_components/notice-html'
import { noticeText } from './_components/notice-text'
import { plainLine, safeSubject } from './_components/plain'
import { letterText } from './_components/sent-letter'

export type RenderedEmail = { subject: string; html: string; text: string }

/**
 * Prints a message, as the function of its own file made it, into the parts of an e-mail. The subject
 * is safe for a header, whatever a person put into it.
 */
export async function renderEmail(message: Message): Promise<RenderedEmail> {
  if (message.kind === 'letter') {
    const { letter, verifyUrl } = message
    const note = `${plainLine(message.note)} Check:`
    return {
      subject: safeSubject(letter.subject),
      html: await render(createElement(LetterToMpHtml, { letter, verifyUrl, note })),
      text: `${letterText(letter)}\n\n${note} ${verifyUrl}\n`,
    }
  }
  return {
    subject: plainLine(message.subject),
    html: await render(createElement(NoticeHtml, { notice: message })),
    text: noticeText(message),
  }
}
