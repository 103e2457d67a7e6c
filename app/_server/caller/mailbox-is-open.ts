import { currentExchange } from '@/app/_server/exchange'
import { env } from '@/lib/kernel/env'

/** Whether whoever asks may read the local mailbox: mail stays on this machine, and so does the mailbox. */
export function mailboxIsOpen(): boolean {
  return env().mailIsLocal && currentExchange().isLocal
}
