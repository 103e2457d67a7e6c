import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { type Staff, staffContext } from '@/app/_server/session/session'
import type { StaffVerb } from '@/lib/audit/verbs'
import { switchedOff } from '@/lib/settings/switches/is-off'
import { isOwnCampaign } from '@/lib/staff/own-campaigns'
import { isOfCampaign } from '@/lib/staff/roles'
import { roleWords } from './places'
import { StaffFrame } from './staff-frame'

type Query = Record<string, string | string[] | undefined>
type Address = Record<string, string>
type Props = { params: Promise<Address>; searchParams: Promise<Query> }
type Title = string | ((staff: Staff, address: Address) => Promise<string>)
type Opening = { verb: StaffVerb; at: string; title: Title; lead?: string }

/**
 * Makes a staff page: guarded by what one must be allowed, in the staff's frame. There is no other way to make one.
 * `body` is given who asks, the address's query, and the parts of its path that the page's folder names.
 */
export function staffPage(
  { verb, at, title, lead }: Opening,
  body: (staff: Staff, query: Query, address: Address) => Promise<ReactNode>,
) {
  async function GuardedPage({ params, searchParams }: Props) {
    const staff = await staffContext(verb)
    if ('refused' in staff) {
      const { refused } = staff
      return (
        <StaffFrame session={refused} at={at} title="You may not see this page">
          <p className="max-w-measure">
            Your role, {roleWords[refused.member.role]}, does not open it. An administrator of the team can change that.
          </p>
        </StaffFrame>
      )
    }
    const address = await params
    if (address.id && isOfCampaign(verb) && !isOwnCampaign(staff.ctx, address.id)) notFound()
    const [heading, shown, off] = await Promise.all([
      typeof title === 'string' ? title : title(staff, address),
      body(staff, await searchParams, address),
      switchedOff(staff.ctx),
    ])
    return (
      <StaffFrame session={staff.session} paused={off.map(({ name }) => name)} at={at} title={heading} lead={lead}>
        {shown}
      </StaffFrame>
    )
  }
  return Object.assign(GuardedPage, { verb })
}
