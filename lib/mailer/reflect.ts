import type { Env } from '@/lib/kernel/read-env'
import type { Message } from '@/lib/kernel/transport'
import { withNote } from './note-on-top'

/** With `MAIL_REFLECT`, a message goes to that address instead, and says whose it was. */
export function reflected({ mailReflect }: Pick<Env, 'mailReflect'>, message: Message): Message {
  if (!mailReflect) return message
  return { ...message, ...withNote(message, `This message was meant for ${message.to}.`), to: mailReflect }
}
