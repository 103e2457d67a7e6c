import { type FieldFault, faultsOf } from '@/app/_server/forms/fields'
import { type AuditFilter, auditFilter } from '@/lib/staff/audit/filter'
import type { AuditPlace } from '@/lib/staff/audit/read-audit'

type Query = Record<string, string | string[] | undefined>
type Asked = { typed: Record<string, string>; filter: AuditFilter; faults: FieldFault[] }

const FIELDS = ['who', 'what', 'from', 'to'] as const

/** The filter that an address asks for. Where a part of it cannot be read, everything is shown, and why. */
export function askedFilter(query: Query): Asked {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, String([query[name] ?? ''].flat()[0])]))
  const parsed = auditFilter.safeParse(typed)
  if (parsed.success) return { typed, filter: parsed.data, faults: [] }
  return { typed, filter: auditFilter.parse({}), faults: faultsOf(parsed.error) }
}

/** The page that an address asks for. */
export function askedPlace(query: Query): AuditPlace {
  return { before: numbered(query.before), after: numbered(query.after) }
}

/** The address of the audit with this filter, and more. */
export function auditHref(path: string, typed: Record<string, string>, more: Record<string, number> = {}): string {
  const query = new URLSearchParams(Object.entries(typed).filter(([, value]) => value !== ''))
  for (const [name, value] of Object.entries(more)) query.set(name, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

function numbered(value: Query[string]): number | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined
}
