/** Providers that deliver a.b@ to the mailbox ab@. */
export const IGNORES_DOTS = new Set(['gmail.com', 'googlemail.com'])

/** Domains of one provider that lead to one mailbox. */
export const DOMAIN_ALIASES: Record<string, string> = {
  'googlemail.com': 'gmail.com',
  'protonmail.com': 'proton.me',
  'pm.me': 'proton.me',
}
