import { staffRoute } from '@/app/staff/staff-route'
import { postcodesFetch } from '@/lib/directory/fetch/fetch-state'

export const dynamic = 'force-dynamic'

/** When it was last written down how far a release is: a page that is open asks often, and is made anew when it changes. */
export const GET = staffRoute('directory.see', async ({ ctx }) =>
  Response.json((await postcodesFetch.state(ctx))?.at ?? null, { headers: { 'Cache-Control': 'no-store' } }),
)
