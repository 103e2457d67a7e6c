import { staffRoute } from '@/app/staff/staff-route'
import { figuresChangedAt } from '@/lib/figures/roll-up/roll-up'

export const dynamic = 'force-dynamic'

/** When a figure last moved: a page that is open asks often, and is made anew only when this has changed. */
export const GET = staffRoute('figures.see', async ({ ctx }) =>
  Response.json(await figuresChangedAt(ctx), { headers: { 'Cache-Control': 'no-store' } }),
)
