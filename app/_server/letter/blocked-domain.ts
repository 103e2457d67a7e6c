import type { FieldFault } from '@/app/_server/forms/fields'
import type { Context } from '@/lib/kernel/context'
import { listedDomain, mailDomains } from '@/lib/letters/review/mail-domains'

/** What is wrong with an e-mail address whose domain staff have blocked. */
export async function blockedDomain(ctx: Context, email: string): Promise<FieldFault[]> {
  const listed = listedDomain(email.trim(), (await mailDomains(ctx)).block)
  if (!listed) return []
  return [{ field: 'email', message: `We take no letters with an e-mail address at ${listed}. Enter another address` }]
}
