import type { ReactNode } from 'react'
import { type Staff, staffContext } from '@/app/_server/session'
import type { StaffVerb } from '@/lib/staff/roles'
import { roleWords } from './places'
import { StaffFrame } from './staff-frame'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }
type Opening = { verb: StaffVerb; at: string; title: string; lead?: string }

/** Makes a staff page: guarded by what one must be allowed, in the staff's frame. There is no other way to make one. */
export function staffPage(
  { verb, at, title, lead }: Opening,
  body: (staff: Staff, query: Query) => Promise<ReactNode>,
) {
  return async function GuardedPage({ searchParams }: Props) {
    const staff = await staffContext(verb)
    if ('refused' in staff) {
      const { refused } = staff
      return (
        <StaffFrame member={refused} at={at} title="You may not see this page">
          <p className="max-w-measure">
            Your role, {roleWords[refused.role]}, does not open it. An administrator of the team can change that.
          </p>
        </StaffFrame>
      )
    }
    return (
      <StaffFrame member={staff.member} at={at} title={title} lead={lead}>
        {await body(staff, await searchParams)}
      </StaffFrame>
    )
  }
}
