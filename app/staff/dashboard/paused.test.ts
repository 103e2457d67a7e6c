import { expect, test } from 'vitest'
import { htmlFor } from '@/app/staff/testing'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { setSwitch } from '@/lib/staff/set-switch'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import DashboardPage from './page'

test('the dashboard that is switched off says so, and shows no figure', async () => {
  await testDatabase()
  const ctx = contextFor({ kind: 'system' })
  const { actor } = await memberContext(ctx, 'campaigner')
  await startSession(ctx, { token: 'of-the-campaigner', userId: actor.kind === 'staff' ? actor.id : '' })
  const page = () => DashboardPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) })
  expect(await htmlFor('of-the-campaigner', page)).not.toContain('paused')
  await setSwitch(ctx, { name: 'dashboard', on: false })
  const html = await htmlFor('of-the-campaigner', page)
  expect(html).toContain('An administrator has paused the dashboard')
  expect(html).toContain('aria-label="Switched off"')
})
