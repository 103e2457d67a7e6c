/** Takes every mailbox of one domain of its own: what stands before the domain is the mailbox, what before the @ a tag. */
const SUBDOMAIN_MAILBOX = /^([^.]+)\.fastmail\.(?:com|fm)$/

/**
 * The mailbox that an address leads to, where limits are concerned: what follows a `+` is left out for every domain,
 * and what the provider ignores. Two people may share one, so that it is no identity.
 */
export function mailboxKey(email: string): string {
  const lower = email.trim().toLowerCase()
  const at = lower.lastIndexOf('@')
  const domain = lower.slice(at + 1).replace(/\.$/, '')
  const named = SUBDOMAIN_MAILBOX.exec(domain)?.[1]
  if (named) return `${named}@fastmail.com`
  let local = lower.slice(0, at).split('+', 1)[0] ?? ''
  const home = DOMAIN_ALIASES[domain] ?? domain
  if (IGNORES_DOTS.has(domain)) local = local.replaceAll('.', '')
  // Proton tells none of these apart.
  if (home === 'proton.me') local = local.replace(/[._-]/g, '')
  return `${local}@${home}`
}

/** Providers that deliver a.b@ to the mailbox ab@. */
export const IGNORES_DOTS = new Set(['gmail.com', 'googlemail.com'])

/** Domains of one provider that lead to one mailbox. */
export const DOMAIN_ALIASES: Record<string, string> = {
  'googlemail.com': 'gmail.com',
  'protonmail.com': 'proton.me',
  'pm.me': 'proton.me',
}
