import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { HomePage, homeMetadata } from '@/app/(public)/home-page'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'

export function generateMetadata(): Promise<Metadata> {
  return homeMetadata()
}

/** The first page while no letters are taken: app/_server/lead-to-paused-page.ts leads here. */
export default async function PausedHome() {
  if (!(await isOff(publicContext(), 'sign-ups'))) redirect('/')
  return <HomePage signUpsPaused />
}
