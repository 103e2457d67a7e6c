import type { Role } from '@/db/schema/index'

const everyone = ['campaigner', 'editor', 'admin'] as const
const editors = ['editor', 'admin'] as const
const admins = ['admin'] as const

/** What staff can do, and the roles that may: the one place where this is decided. */
export const roleTable = {
  'account.see': everyone,
  'account.end-session': everyone,
  'figures.see': everyone,
  'figures.export': everyone,
  'campaigns.see': editors,
  'campaigns.spread': everyone,
  'campaigns.create': editors,
  'campaigns.edit': editors,
  'campaigns.publish': editors,
  'campaigns.set': editors,
  'letters.see': admins,
  'letters.set-held-words': admins,
  'letters.set-review-rules': admins,
  'letters.open': admins,
  'letters.act': admins,
  'letters.pause': admins,
  'letters.try-again': admins,
  'mail.see': admins,
  'mail.check': admins,
  'mail.allow': admins,
  'contacts.export': admins,
  'api-keys.see': admins,
  'api-keys.create': admins,
  'api-keys.revoke': admins,
  'team.see': admins,
  'team.invite': admins,
  'team.set-role': admins,
  'team.remove': admins,
  'audit.see': admins,
  'audit.export': admins,
  'directory.see': admins,
  'directory.confirm': admins,
  'webhooks.see': admins,
  'webhooks.set': admins,
  'webhooks.replay': admins,
  'switches.see': admins,
  'switches.set': admins,
  'settings.see': admins,
  'settings.set': admins,
  'settings.set-operator': admins,
} as const satisfies Record<string, readonly Role[]>

export type StaffVerb = keyof typeof roleTable

/** Whether a role may do something. What is not in the table is refused, and so is an unknown role. */
export function allowed(role: string, verb: string): boolean {
  if (!Object.hasOwn(roleTable, verb)) return false
  const roles: readonly string[] = roleTable[verb as StaffVerb]
  return roles.includes(role)
}
