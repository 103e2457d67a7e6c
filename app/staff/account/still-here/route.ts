import { staffRoute } from '@/app/staff/staff-route'

export const dynamic = 'force-dynamic'

/** Pressed in the warning that a session ends soon: the request alone keeps it, and this says for how long. */
export const GET = staffRoute('account.see', async ({ session: { expires, idleEnds, seenAt } }) => {
  const left = (end: Date) => end.getTime() - seenAt.getTime()
  return Response.json(
    { left: left(expires), idleLeft: idleEnds && left(idleEnds) },
    { headers: { 'Cache-Control': 'no-store' } },
  )
})
