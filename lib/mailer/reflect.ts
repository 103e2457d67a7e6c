import { env } from '../kernel/env'
import type { Message } from './message'

/** With `MAIL_REFLECT`, a message goes to that address instead, and says whose it was. */
export function reflected(message: Message): Message {
  const { mailReflect } = env()
  if (!mailReflect) return message
  const note = `This message was meant for ${message.to}.`
  return {
    ...message,
    to: mailReflect,
    text: `${note}\n\n${message.text}`,
    html: message.html.replace(/(<body[^>]*>)/, (body) => `${body}<p>${escaped(note)}</p>`),
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
