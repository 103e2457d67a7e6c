import type { Role } from '@/db/schema/index'
import type { StaffVerb } from '@/lib/audit/verbs'
import { counted } from '@/lib/kernel/text'

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

/** What a member is, with how many campaigns they work on where that is not all: "editor for 2 campaigns". */
export function memberWords({ role, limitedTo }: { role: Role; limitedTo: readonly string[] | null }): string {
  if (!limitedTo) return roleWords[role]
  return `${roleWords[role]} for ${limitedTo.length === 0 ? 'no campaign' : counted(limitedTo.length, 'campaign')}`
}

/** That there is no campaign, or none for whoever works on some alone. */
export function noCampaignWords(limitedTo: readonly string[] | null): string {
  return limitedTo
    ? 'There is no campaign for you yet. An administrator of the team chooses which you work on.'
    : 'There is no campaign yet.'
}
