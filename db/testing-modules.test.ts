import { afterAll, expect, test } from 'vitest'
import { forgetModules } from './testing-modules'

const load = () =>
  Promise.all([
    import('@/lib/kernel/env'),
    import('@/lib/kernel/secrets/crypto'),
    import('@/lib/kernel/log'),
    import('@/lib/kernel/id'),
    import('./schema/index'),
  ])

afterAll(() => forgetModules())

test('what holds state, or imports what does, is run anew for each test file; what does not, stays', async () => {
  const before = await load()
  forgetModules()
  const after = await load()
  expect(before.map((module, at) => module === after[at])).toEqual([false, false, false, true, true])
  expect(await load()).toEqual(after)
})
