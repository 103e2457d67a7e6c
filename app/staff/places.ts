import type { Role } from '@/db/schema/index'
import type { StaffVerb } from '@/lib/audit/verbs'

/** The staff pages in the order of the menu, each with what one must be allowed to open it. */
export const places: readonly { href: string; label: string; verb: StaffVerb }[] = [
  { href: '/staff', label: 'Home', verb: 'account.see' },
  { href: '/staff/dashboard', label: 'Dashboard', verb: 'figures.see' },
  { href: '/staff/exports', label: 'Exports', verb: 'figures.export' },
  { href: '/staff/campaigns', label: 'Campaigns', verb: 'campaigns.see' },
  { href: '/staff/letters', label: 'Letters', verb: 'letters.see' },
  { href: '/staff/directory', label: 'Directory', verb: 'directory.see' },
  { href: '/staff/mail', label: 'Mail', verb: 'mail.see' },
  { href: '/staff/api-keys', label: 'Keys', verb: 'api-keys.see' },
  { href: '/staff/webhooks', label: 'Webhooks', verb: 'webhooks.see' },
  { href: '/staff/team', label: 'Team', verb: 'team.see' },
  { href: '/staff/audit', label: 'Audit', verb: 'audit.see' },
  { href: '/staff/settings', label: 'Settings', verb: 'settings.see' },
  { href: '/staff/switches', label: 'Switches', verb: 'switches.see' },
]

export const roleChoices: readonly { value: Role; label: string; hint: string }[] = [
  { value: 'campaigner', label: 'Campaigner', hint: 'Sees the figures.' },
  { value: 'editor', label: 'Editor', hint: 'Sees the figures, and edits and publishes campaigns.' },
  { value: 'admin', label: 'Administrator', hint: 'Sees and changes everything.' },
]

export const roleWords: Record<Role, string> = {
  campaigner: 'campaigner',
  editor: 'editor',
  admin: 'administrator',
}
