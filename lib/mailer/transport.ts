// State: one copy in a process.
import { mailAnswers } from '@/lib/kernel/metrics'
import type { Env } from '@/lib/kernel/read-env'
import { traced } from '@/lib/kernel/traces'
import type { Transport } from '@/lib/kernel/transport'
import { localMailbox } from './local-mailbox'
import { resendTransport } from './resend-transport'
import { SendFailure } from './send-failure'
import { smtpTransport } from './smtp-transport'

const chosen = new WeakMap<Env, Transport>()

/** The way of sending that an environment names: by Resend, by SMTP, or into the local mailbox. One for each. */
export function transportOf(env: Env): Transport {
  const known = chosen.get(env)
  if (known) return known
  const made = counted(choose(env))
  chosen.set(env, made)
  return made
}

function choose({ resendApiKey, resendBaseUrl, smtpUrl, dataDir }: Env): Transport {
  if (resendApiKey) return resendTransport({ apiKey: resendApiKey, baseUrl: resendBaseUrl })
  return smtpUrl ? smtpTransport({ url: smtpUrl }) : localMailbox(dataDir)
}

/** The same way, whose answers are counted and traced. */
function counted(transport: Transport): Transport {
  const { send } = transport
  transport.send = async (...given) => {
    try {
      const ids = await traced({ name: 'mail service', kind: 'client' }, () => send(...given))
      mailAnswers.inc({ answer: 'taken' })
      return ids
    } catch (error) {
      mailAnswers.inc({ answer: error instanceof SendFailure ? error.kind : 'unknown' })
      throw error
    }
  }
  return transport
}
