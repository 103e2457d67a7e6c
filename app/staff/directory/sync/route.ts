import { staffRoute } from '@/app/staff/staff-route'
import { membersSync } from '@/lib/directory/sync/sync-job'

export const dynamic = 'force-dynamic'

/** When it was last written down how far a sync is: a page that is open asks often, and is made anew when it changes. */
export const GET = staffRoute('directory.see', async ({ ctx }) =>
  Response.json((await membersSync.state(ctx))?.at ?? null, { headers: { 'Cache-Control': 'no-store' } }),
)
