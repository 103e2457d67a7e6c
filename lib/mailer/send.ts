import type { Context } from '@/lib/kernel/context'
import type { Env } from '@/lib/kernel/read-env'
import type { Message } from '@/lib/kernel/transport'
import { senderName } from '@/lib/settings/installation'
import { operatorEmail } from '@/lib/settings/operator'
import { noticesTo } from './gathered-notices'
import { withNote } from './note-on-top'
import { assertSafe, isOneAddress, namedAddress } from './safe-headers'

export type Outgoing = Pick<Message, 'key' | 'to' | 'subject' | 'text' | 'html' | 'tags'> & {
  /** Whose name stands in From, the installation's own unless told; the address is always the installation's own (DMARC). */
  fromName?: string
  replyTo?: string
  headers?: Record<string, string>
}

/** Says that nobody wrote this by hand, so that absence notes stay away (RFC 3834 5). A letter to an MP has its writer. */
const AUTO_SUBMITTED = { 'Auto-Submitted': 'auto-generated' }

/**
 * Hands one notice of the installation to the transport; what is answered to it goes to the operator, where one is named,
 * since few receive mail where they send from. Throws on an unsafe address or header, and a `SendFailure` when it is not taken.
 */
export async function sendMail(ctx: Context, mail: Outgoing): Promise<{ providerId: string }> {
  const fromName = mail.fromName ?? (await senderName(ctx))
  const replyTo = mail.replyTo ?? (await answersTo(ctx))
  const headers = { ...AUTO_SUBMITTED, ...mail.headers }
  const message = asMessage(ctx, { ...mail, fromName, replyTo, headers })
  return { providerId: await noticesTo(ctx.transport)(reflected(ctx.env, message)) }
}

/** The operator's address; none that could be read as several, which would keep the whole message back. */
export async function answersTo(ctx: Context): Promise<string | undefined> {
  const email = await operatorEmail(ctx)
  return isOneAddress(email) ? email : undefined
}

/** The message as it is handed over, from the installation's own address. Throws where it is unsafe. */
export function asMessage({ env }: Pick<Context, 'env'>, mail: Outgoing & { fromName: string }): Message {
  const message: Message = {
    key: mail.key,
    to: mail.to,
    from: namedAddress(mail.fromName, env.mailFrom),
    replyTo: mail.replyTo ?? null,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: mail.headers ?? {},
    ...(mail.tags && { tags: mail.tags }),
  }
  assertSafe(message)
  return message
}

/** The last step of letters before the wire: one call, under its own key. Gives the service's id of each. */
export function putOnWire(
  ctx: Pick<Context, 'env' | 'transport'>,
  messages: readonly Message[],
  key: string,
): Promise<string[]> {
  for (const message of messages) assertSafe(message)
  return ctx.transport.send(
    messages.map((message) => reflected(ctx.env, message)),
    key,
  )
}

/** With `MAIL_REFLECT`, a message goes to that address instead, and says whose it was. */
export function reflected({ mailReflect }: Pick<Env, 'mailReflect'>, message: Message): Message {
  if (!mailReflect) return message
  return { ...message, ...withNote(message, `This message was meant for ${message.to}.`), to: mailReflect }
}
