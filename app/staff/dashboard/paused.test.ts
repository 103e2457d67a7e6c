import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/staff-cookie'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/kernel/context'
import { startSession } from '@/lib/staff/sessions'
import { setSwitch } from '@/lib/staff/switches/set'
import { memberContext } from '@/lib/staff/testing'
import DashboardPage from './page'

test('the dashboard that is switched off says so, and shows no figure', async () => {
  await testDatabase()
  const ctx = contextFor({ kind: 'system' })
  const { actor } = await memberContext(ctx, 'campaigner')
  await startSession(ctx, { token: 'of-the-campaigner', userId: actor.kind === 'staff' ? actor.id : '' })
  const cookies = `${staffCookie().name}=of-the-campaigner`
  const page = () =>
    withExchange({ clientAddress: '', cookies, form: null, fault: null, status: null, retryAt: null }, () =>
      DashboardPage({ params: Promise.resolve({}), searchParams: Promise.resolve({}) }),
    )
  expect(renderToStaticMarkup(await page())).not.toContain('paused')
  await setSwitch(ctx, { name: 'dashboard', on: false })
  const html = renderToStaticMarkup(await page())
  expect(html).toContain('An administrator has paused the dashboard')
  expect(html).toContain('aria-label="Switched off"')
})
