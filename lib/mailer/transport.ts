// State: one copy in a process.
import { env } from '@/lib/kernel/env'
import { localMailbox } from './local-mailbox'
import type { Transport } from './message'
import { resendTransport } from './resend'
import { smtpTransport } from './smtp'

let chosen: Transport | undefined

/** The process's way of sending: by Resend, by SMTP, or into the local mailbox, as the settings say. */
export function transport(): Transport {
  chosen ??= choose()
  return chosen
}

function choose(): Transport {
  const { resendApiKey, resendBaseUrl, smtpUrl } = env()
  if (resendApiKey) return resendTransport({ apiKey: resendApiKey, baseUrl: resendBaseUrl })
  return smtpUrl ? smtpTransport({ url: smtpUrl }) : localMailbox
}
