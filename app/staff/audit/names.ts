import { switchWords } from '@/app/staff/switch-words'
import { listCampaigns } from '@/lib/campaigns/list'
import type { Context } from '@/lib/kernel/context'
import { ownOf } from '@/lib/kernel/own-property'
import { counted } from '@/lib/kernel/text'
import { listApiKeys } from '@/lib/staff/api-keys/list'
import type { AuditChoices } from '@/lib/staff/audit/choices'
import type { AuditRow } from '@/lib/staff/audit/read-audit'
import type { FactorChange } from '@/lib/staff/jobs'
import { listWebhooks } from '@/lib/webhooks/staff/list'

/** What is called what: everything by its id, campaigns by `campaign SLUG` as well. */
export type Names = ReadonlyMap<string, string>

/** What the audit tells of, by name, as long as it is there. */
export async function auditNames(ctx: Context, { people }: AuditChoices): Promise<Names> {
  const [campaigns, keys, webhooks] = await Promise.all([listCampaigns(ctx), listApiKeys(ctx), listWebhooks(ctx)])
  return new Map([
    ...people.map((person) => [person.id, personWords(person)] as const),
    ...campaigns.map(({ id, name }) => [id, `campaign “${name}”`] as const),
    ...campaigns.map(({ slug, name }) => [`campaign ${slug}`, `“${name}”`] as const),
    ...keys.map(({ id, name }) => [id, `key “${name}”`] as const),
    ...webhooks.map(({ id, url }) => [id, `webhook to ${url}`] as const),
  ])
}

/** A member by name, with the address that tells namesakes apart; by the address alone where no name is known. */
export function personWords({ name, email }: { name: string | null; email: string }): string {
  return name ? `${name} (${email})` : email
}

/** Who did it. */
export function whoDid({ actorKind, actorId, email }: Pick<AuditRow, 'actorKind' | 'actorId' | 'email'>, named: Names) {
  if (actorKind === 'system') return 'the installation'
  if (actorKind !== 'staff') return 'a supporter'
  return (actorId && named.get(actorId)) || email || `a former member of the team (${actorId})`
}

const SUBJECTS: Record<string, string> = {
  'answers all': 'what supporters said of answers',
  'audit all': 'the audit',
  'directory members': 'the MPs',
  'directory postcodes': 'the postcodes',
  'installation all': 'the installation',
  'mailbox one': 'a mailbox',
  'setting admins_need_factor': 'whether administrators need a second factor',
  'setting held_words': 'the words that hold a letter',
  'setting installation': 'the names of the installation',
  'setting keys_copied': 'a copy of the keys',
  'setting privacy_notice': 'complaints and the privacy notice',
  'setting keeping': 'for how long things are kept',
  'setting limits': 'how often anybody may do a thing',
  'setting logo': 'the logo',
  'setting mail_domains': 'the lists of mail domains',
  'setting operator': 'the operator',
  'setting puzzle': 'the check against programs',
  'setting review_rules': 'the rules that hold a letter',
}

/** What a row is about, in words. */
export function subjectWords(
  { subjectKind: kind, subjectId: id }: Pick<AuditRow, 'subjectKind' | 'subjectId'>,
  named: Names,
) {
  if (kind === 'letters') return counted(Number(id), 'letter')
  if (kind === 'supporters') return counted(Number(id), 'supporter')
  if (kind === 'switch') return ownOf(switchWords, id)?.label ?? id
  if (kind === 'contacts') return 'contacts'
  return named.get(id) ?? ownOf(SUBJECTS, `${kind} ${id}`) ?? `${kind === 'staff' ? 'member' : kind} ${short(id)}`
}

/** What was done with a second factor, which is written down as `change`. */
const FACTOR_CHANGES: Record<FactorChange, string> = {
  'app-added': 'authenticator app added',
  'app-removed': 'authenticator app removed',
  'passkey-added': 'passkey added',
  'passkey-removed': 'passkey removed',
  'passkey-refused': 'passkey refused, as it may be a copy',
  'codes-renewed': 'recovery codes renewed',
  'code-used': 'recovery code used',
  reset: 'taken away by an administrator',
}

/** A line of what stood there before or after: `on: true` as "on: yes". */
export function writtenWords(name: string, held: unknown, named: Names): string {
  const known = named.get(`${name} ${held}`) ?? named.get(`${held}`)
  const change = name === 'change' ? ownOf(FACTOR_CHANGES, `${held}`) : undefined
  return `${name}: ${known ?? change ?? valueWords(held)}`
}

/** A value that was written down, as people say it. */
export function valueWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Enough of a long id to tell it from others. */
function short(id: string): string {
  return /^[0-9a-f-]{36}$/.test(id) ? id.slice(0, 8) : id
}
