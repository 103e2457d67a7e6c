import { z } from 'zod'
import { MINUTE } from '@/lib/kernel/time/durations'
import { type FailureKind, SendFailure } from './send-failure'

const fault = z.object({
  code: z.string().optional().catch(undefined),
  command: z.string().optional().catch(undefined),
  responseCode: z.number().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
  message: z.string().catch('No answer.'),
})

/**
 * What an error of SMTP means for the message (RFC 5321 4.2.1: 4xx for now, 5xx for good). `begun`: the server had
 * asked for the text. Where the connection broke after that, without an answer, nobody knows.
 */
export function smtpFailure(error: unknown, begun: boolean): SendFailure {
  const { code, command = '', responseCode, response, message } = fault.parse(error)
  const kind = kindOf({ code, command, responseCode, begun })
  return new SendFailure(kind, response ?? message, kind === 'ours' ? 5 * MINUTE : undefined)
}

type Fault = { code?: string; command: string; responseCode?: number; begun: boolean }

function kindOf({ code, command, responseCode, begun }: Fault): FailureKind {
  const isSettings = code === 'EAUTH' || code === 'ETLS' || command.startsWith('AUTH') || command === 'STARTTLS'
  if (isSettings) return responseCode && responseCode < 500 ? 'later' : 'ours'
  if (responseCode === undefined) return begun ? 'unknown' : 'later'
  if (responseCode < 500) return 'later'
  // A server that will not have our sender, or us, says nothing about this message.
  return command === 'MAIL FROM' || command === 'CONN' || command.startsWith('EHLO') ? 'ours' : 'refused'
}
