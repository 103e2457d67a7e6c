import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import type { Message, Transport } from '@/lib/kernel/transport'
import { assertSafe } from './safe-headers'
import { smtpFailure } from './smtp-failure'

const TIMEOUT_MS = 30_000

type Settings = { url: string; timeoutMs?: number }

/** Sends by SMTP, over a pool of connections; with TLS always, unless the server is on this machine. */
export function smtpTransport({ url, timeoutMs = TIMEOUT_MS }: Settings): Transport & { close(): void } {
  const { hostname, port, protocol, username, password } = new URL(url)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const options: SMTPPool.Options & { maxRequeues: number } = {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(port && { port: Number(port) }),
    secure: protocol === 'smtps:',
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true,
    maxConnections: 4,
    // Left to itself, the pool sends a message again when the connection breaks, also after it was taken.
    maxRequeues: 0,
    requireTLS: !isHere,
    tls: { rejectUnauthorized: !isHere },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const pool = createTransport(options)
  /** Messages whose text the server has asked for: from then on it may have been taken. */
  const begun = new Set<string>()
  pool.use('stream', (mail, done) => {
    const id = String(mail.data.messageId)
    mail.message.processFunc((text) => Readable.from(noting(text, () => begun.add(id))))
    done()
  })
  return {
    name: 'smtp',
    most: 1,
    callsApartMs: 0,
    keepsKeysMs: 0,
    async send(messages) {
      const ids: string[] = []
      for (const message of messages) {
        const messageId = messageIdOf(message)
        const mail = asMail(message, messageId)
        try {
          const info = await pool.sendMail(mail)
          ids.push(info.messageId)
        } catch (error) {
          throw smtpFailure(error, begun.has(messageId))
        } finally {
          begun.delete(messageId)
        }
      }
      return ids
    },
    close: () => pool.close(),
  }
}

/** Nothing is read from here before the server has answered DATA. */
async function* noting(text: Readable, begin: () => void) {
  begin()
  yield* text
}

function asMail(message: Message, messageId: string) {
  assertSafe(message)
  const { to, from, replyTo, subject, text, html, headers } = message
  return { to, from, ...(replyTo && { replyTo }), subject, text, html, headers, messageId }
}

/** Made of the idempotency key: a server that drops repeated messages knows a retry by it. */
function messageIdOf({ key, from }: Message): string {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'localhost'
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`
}
