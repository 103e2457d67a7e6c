import { redirect } from 'next/navigation'

/** The way in: everybody on the team sees the figures. */
export default function StaffEntrance(): never {
  redirect('/staff/dashboard')
}
