import type { MailEvent } from './input'

/** What the mail service reported, for staff: what it calls it, and the server's own words. */
export function reportedWords({ report, said }: Pick<MailEvent, 'report' | 'said'>): string | null {
  return [report, said].filter(Boolean).join(': ').slice(0, 300) || null
}
