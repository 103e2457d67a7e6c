import { staffRoute } from '@/app/staff/staff-route'
import { exportMembers } from '@/lib/directory/members/export-members'
import { londonDay } from '@/lib/kernel/time/day'

export const dynamic = 'force-dynamic'

/** Every seat with its MP, as an import of members reads them. */
export const GET = staffRoute(
  'directory.see',
  async ({ ctx }) =>
    new Response(await exportMembers(ctx), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="mps-${londonDay(ctx.now())}.csv"`,
        'Cache-Control': 'no-store',
      },
    }),
)
