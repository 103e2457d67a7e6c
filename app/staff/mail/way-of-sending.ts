import type { Context } from '@/lib/kernel/context'

/** How mail leaves, in a sentence. */
export function wayOfSending({ env }: Pick<Context, 'env'>): string {
  const { mailIsLocal, resendApiKey } = env
  if (mailIsLocal) return 'Mail goes into the local mailbox, and nowhere else.'
  return resendApiKey ? 'Mail goes by Resend.' : 'Mail goes by SMTP.'
}
