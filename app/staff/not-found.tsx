import { currentSession } from '@/app/_server/session/staff-session'
import { StaffFrame } from './staff-frame'

/** What a staff page that has nothing at its address answers; only those who may open the page get so far. */
export default async function NotFound() {
  return (
    <StaffFrame session={await currentSession()} at="" title="There is no such page">
      <p className="max-w-measure">The address may be mistyped or cut off, or what it led to is gone.</p>
    </StaffFrame>
  )
}
