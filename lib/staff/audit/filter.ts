import { and, eq, gte, isNull, like, lt, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { audit } from '@/db/schema/index'
import { isDay, startOfLondonDay } from '@/lib/kernel/time/day'

const day = z
  .string()
  .refine((typed) => typed === '' || isDay(typed), { error: 'Enter a date like 2026-11-24' })
  .transform((typed) => typed || null)

/** What of the audit to show, as its address says it. Days are London's, both included. */
export const auditFilter = z.object({
  /** A member's id, now or once on the team, or `system` or `supporter`; empty for everyone. */
  who: z.string().max(100).default(''),
  /** A verb, or all of one room: `team.`. Empty for everything. */
  what: z
    .string()
    .max(100)
    .regex(/^[\w.-]*$/)
    .default(''),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
})
export type AuditFilter = z.infer<typeof auditFilter>

/** The filter as a condition on the audit's rows. */
export function matching({ who, what, from, to }: AuditFilter): SQL | undefined {
  return and(
    who === 'system' || who === 'supporter' ? and(eq(audit.actorKind, who), isNull(audit.actorId)) : undefined,
    who && who !== 'system' && who !== 'supporter' ? eq(audit.actorId, who) : undefined,
    what.endsWith('.') ? like(audit.verb, `${what.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    what && !what.endsWith('.') ? eq(audit.verb, what) : undefined,
    from ? gte(audit.at, startOfLondonDay(from)) : undefined,
    to ? lt(audit.at, startOfLondonDay(to, 1)) : undefined,
  )
}
