import { env } from '@/lib/kernel/env'

/** How mail leaves, in a sentence. */
export function wayOfSending(): string {
  const { mailIsLocal, resendApiKey } = env()
  if (mailIsLocal) return 'Mail goes into the local mailbox, and nowhere else.'
  return resendApiKey ? 'Mail goes by Resend.' : 'Mail goes by SMTP.'
}
