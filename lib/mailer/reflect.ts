import { env } from '@/lib/kernel/env'
import type { Message } from './message'
import { withNote } from './with-note'

/** With `MAIL_REFLECT`, a message goes to that address instead, and says whose it was. */
export function reflected(message: Message): Message {
  const { mailReflect } = env()
  if (!mailReflect) return message
  return { ...message, ...withNote(message, `This message was meant for ${message.to}.`), to: mailReflect }
}
