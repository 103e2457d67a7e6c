import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { confirmFirst } from '@/app/_server/session/keep-until-fresh'
import { type Staff, staffContext } from '@/app/_server/session/session'
import type { StaffVerb } from '@/lib/audit/verbs'
import { isFresh } from '@/lib/staff/fresh/is-fresh'
import { isOwnCampaign } from '@/lib/staff/own-campaigns'
import { isOfCampaign, needsFresh } from '@/lib/staff/roles'

type Address = Record<string, string>
type Handler = (staff: Staff, request: NextRequest, address: Address) => Promise<Response>

/** Makes an address of the staff side that answers with something other than a page: guarded as a page is. Nobody is led back there after signing in: a file would open no page. */
export function staffRoute(verb: StaffVerb, handle: Handler) {
  async function guarded(
    request: NextRequest,
    { params }: { params: Promise<Address | undefined> },
  ): Promise<Response> {
    const staff = await staffContext(verb, () => redirect('/staff/sign-in'))
    if ('refused' in staff) {
      const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
      return new Response('Your role does not allow that.', { status: 403, headers })
    }
    if (needsFresh(verb) && !isFresh(staff.session, staff.ctx.now())) redirect(confirmFirst())
    // Next gives nothing for an address without parts in brackets.
    const address = (await params) ?? {}
    if (address.id && isOfCampaign(verb) && !isOwnCampaign(staff.ctx, address.id))
      return new Response(null, { status: 404 })
    return handle(staff, request, address)
  }
  return Object.assign(guarded, { verb })
}
