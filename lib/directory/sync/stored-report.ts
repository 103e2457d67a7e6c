import { z } from 'zod'
import type { MembersReport } from '@/lib/directory/members/compare'

const seat = z.object({ code: z.string(), constituency: z.string() })
const named = seat.extend({ name: z.string(), party: z.string() })
const report = z.object({
  new: z.array(named),
  changed: z.array(
    named.extend({ what: z.array(z.enum(['name', 'party', 'e-mail'])), gained: z.literal(true).optional() }),
  ),
  left: z.array(named),
  vacant: z.array(seat),
  unchanged: z.int(),
  notNamed: z.int(),
  reasons: z.array(z.string()).optional(),
})

/** `reasons`: why it waits, or waited, for an administrator; older rows do not say. */
export type StoredReport = MembersReport & { reasons?: string[] }

/** A report as a sync's row keeps it. */
export function readStoredReport(stored: unknown): StoredReport {
  return report.parse(stored)
}
