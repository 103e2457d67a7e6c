import { currentSession } from '@/app/_server/session/staff-session'
import { StaffFrame } from './staff-frame'

/** In the staff's frame where a member is signed in, with all the places that they may go to. */
export async function NoSuchPage() {
  return (
    <StaffFrame session={await currentSession()} at="" title="There is no such page">
      <p className="max-w-measure">The address may be mistyped or cut off, or what it led to is gone.</p>
      <p>
        <a className="link font-semibold" href="/staff">
          To the first page
        </a>
      </p>
    </StaffFrame>
  )
}
