import { oneLine } from '@/lib/kernel/text'
import { DOMAIN_ALIASES, IGNORES_DOTS } from '@/lib/limits/mailbox-key'

// Providers that are known to deliver name+tag@ to name@.
const IGNORES_TAGS = new Set([
  ...IGNORES_DOTS,
  'outlook.com',
  'hotmail.com',
  'hotmail.co.uk',
  'live.com',
  'live.co.uk',
  'msn.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'fastmail.com',
  'proton.me',
  'protonmail.com',
  'pm.me',
])

/** The one form of an address by which its owner is known: lower case, without what the provider ignores. */
export function canonicalEmail(email: string): string {
  const lower = email.trim().toLowerCase()
  const at = lower.lastIndexOf('@')
  const domain = lower.slice(at + 1)
  let local = lower.slice(0, at)
  if (IGNORES_TAGS.has(domain)) local = local.slice(0, `${local}+`.indexOf('+'))
  if (IGNORES_DOTS.has(domain)) local = local.replaceAll('.', '')
  return `${local}@${DOMAIN_ALIASES[domain] ?? domain}`
}

/** Who a person is: the canonical e-mail and the name, however it is spaced, cased or accented. */
export function identityOf(email: string, name: string): string {
  const plain = oneLine(name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return `${canonicalEmail(email)} ${plain}`
}
