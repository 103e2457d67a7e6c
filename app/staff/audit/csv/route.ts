import { askedFilter } from '@/app/staff/audit/query'
import { csvFile } from '@/app/staff/csv-file'
import { staffRoute } from '@/app/staff/staff-route'
import { londonDay } from '@/lib/kernel/time/day'
import { exportAudit } from '@/lib/staff/audit/export-csv'

export const dynamic = 'force-dynamic'

/** The audit, or the part of it that the address asks for, as a file. */
export const GET = staffRoute('audit.export', async ({ ctx }, request) => {
  const { filter, faults } = askedFilter(Object.fromEntries(request.nextUrl.searchParams))
  if (faults.length > 0) return new Response('That filter cannot be read.', { status: 422 })
  return csvFile(`audit-${londonDay(ctx.now())}.csv`, await exportAudit(ctx, filter))
})
