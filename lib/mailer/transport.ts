// State: one copy in a process.
import type { Env } from '@/lib/kernel/read-env'
import type { Transport } from '@/lib/kernel/transport'
import { localMailbox } from './local-mailbox'
import { resendTransport } from './resend-transport'
import { smtpTransport } from './smtp-transport'

const chosen = new WeakMap<Env, Transport>()

/** The way of sending that an environment names: by Resend, by SMTP, or into the local mailbox. One for each. */
export function transportOf(env: Env): Transport {
  const known = chosen.get(env)
  if (known) return known
  const made = choose(env)
  chosen.set(env, made)
  return made
}

function choose({ resendApiKey, resendBaseUrl, smtpUrl, dataDir }: Env): Transport {
  if (resendApiKey) return resendTransport({ apiKey: resendApiKey, baseUrl: resendBaseUrl })
  return smtpUrl ? smtpTransport({ url: smtpUrl }) : localMailbox(dataDir)
}
