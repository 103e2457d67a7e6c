import type { Env } from '@/lib/kernel/read-env'

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether what is sent reaches anybody. A mail server on this machine passes on what it is given; Resend itself is
 * elsewhere, so that one at an address of this machine, on an installation that is on localhost too, is one that plays it.
 */
export function mailLeaves({ mailIsLocal, smtpUrl, resendBaseUrl, isOnLocalhost }: Env): boolean {
  if (mailIsLocal) return false
  if (smtpUrl || !resendBaseUrl) return true
  return !isOnLocalhost || !THIS_MACHINE.includes(new URL(resendBaseUrl).hostname)
}
