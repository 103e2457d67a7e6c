import { expect, test, vi } from 'vitest'
import { settings } from '@/db/schema/index'
import { rolledBack } from '@/lib/mailer/testing/context'

async function namedBy(set: Record<string, string>, stored?: { name: string; address: string; email: string }) {
  for (const part of ['NAME', 'ADDRESS', 'EMAIL']) vi.stubEnv(`OPERATOR_${part}`, set[part] ?? '')
  vi.resetModules()
  const { namedOperator } = await import('./operator')
  let named: unknown
  await rolledBack(async (ctx) => {
    if (stored) await ctx.db.insert(settings).values({ name: 'operator', value: stored })
    named = await namedOperator(ctx)
  })
  return named
}

test('nobody is named until there is a name', async () => {
  expect(await namedBy({})).toBeNull()
  expect(await namedBy({ ADDRESS: '1 High Street', EMAIL: 'hello@example.org' })).toBeNull()
})

test('the environment names the operator; what it leaves out is empty', async () => {
  expect(await namedBy({ NAME: 'Letters for Peace' })).toEqual({ name: 'Letters for Peace', address: '', email: '' })
})

test('what an administrator has set goes before the environment', async () => {
  const stored = { name: 'The Trust', address: '2 Low Road', email: 'trust@example.org' }
  expect(await namedBy({ NAME: 'Letters for Peace', EMAIL: 'hello@example.org' }, stored)).toEqual(stored)
})
