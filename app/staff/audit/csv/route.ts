import { askedFilter } from '@/app/staff/audit/query'
import { staffRoute } from '@/app/staff/staff-route'
import { londonDay } from '@/lib/kernel/time/day'
import { exportAudit } from '@/lib/staff/audit/export-csv'

export const dynamic = 'force-dynamic'

/** The audit, or the part of it that the address asks for, as a file. */
export const GET = staffRoute('audit.export', async ({ ctx }, request) => {
  const { filter, faults } = askedFilter(Object.fromEntries(request.nextUrl.searchParams))
  if (faults.length > 0) return new Response('That filter cannot be read.', { status: 422 })
  const chunks = await exportAudit(ctx, filter)
  const name = `audit-${londonDay(ctx.now())}.csv`
  return new Response(streamed(chunks), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
})

/** A piece is made when whoever reads has taken the one before. */
function streamed(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
