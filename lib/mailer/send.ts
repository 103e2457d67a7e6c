import { env } from '../kernel/env'
import { localMailbox } from './local-mailbox'
import { assertSafe, type Message, namedAddress, type Transport } from './message'

type Outgoing = Pick<Message, 'key' | 'to' | 'subject' | 'text' | 'html'> & {
  /** Whose name stands in From; the address is always the installation's own (DMARC). */
  fromName?: string
  replyTo?: string
  headers?: Record<string, string>
}

/** Hands one message to the transport. Throws on an unsafe address or header, and when the transport fails. */
export async function sendMail(mail: Outgoing): Promise<{ providerId: string }> {
  const message: Message = {
    key: mail.key,
    to: mail.to,
    from: namedAddress(mail.fromName ?? env().operator.name ?? 'Dear MP', env().mailFrom),
    replyTo: mail.replyTo ?? null,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers ?? {},
  }
  assertSafe(message)
  return transport().send(reflected(message))
}

function transport(): Transport {
  return localMailbox
}

/** With `MAIL_REFLECT`, every message goes to that address and says whose it was. */
function reflected(message: Message): Message {
  const { mailReflect } = env()
  if (!mailReflect) return message
  const note = `This message was meant for ${message.to}.`
  return {
    ...message,
    to: mailReflect,
    text: `${note}\n\n${message.text}`,
    html: message.html.replace(/(<body[^>]*>)/, `$1<p>${escaped(note)}</p>`),
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
