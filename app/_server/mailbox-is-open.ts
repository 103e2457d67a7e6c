import { env } from '@/lib/kernel/env'
import { currentExchange } from './exchange'

/** Whether whoever asks may read the local mailbox: mail stays on this machine, and so does the mailbox. */
export function mailboxIsOpen(): boolean {
  return env().mailIsLocal && currentExchange().isLocal
}
