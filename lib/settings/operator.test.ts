import { expect, test } from 'vitest'
import { settings } from '@/db/schema/settings'
import { rolledBack } from '@/lib/mailer/testing/context'
import { namedOperator } from './operator'

const UNSET = { name: null, address: null, email: null }

async function namedBy(
  set: { name?: string; address?: string; email?: string },
  stored?: { name: string; address: string; email: string },
) {
  let named: unknown
  await rolledBack(
    async (ctx) => {
      if (stored) await ctx.db.insert(settings).values({ name: 'operator', value: stored })
      named = await namedOperator(ctx)
    },
    undefined,
    { env: { operator: { ...UNSET, ...set } } },
  )
  return named
}

test('nobody is named until there is a name', async () => {
  expect(await namedBy({})).toBeNull()
  expect(await namedBy({ address: '1 High Street', email: 'hello@example.org' })).toBeNull()
})

test('the environment names the operator; what it leaves out is empty', async () => {
  expect(await namedBy({ name: 'Letters for Peace' })).toEqual({ name: 'Letters for Peace', address: '', email: '' })
})

test('what an administrator has set goes before the environment', async () => {
  const stored = { name: 'The Trust', address: '2 Low Road', email: 'trust@example.org' }
  expect(await namedBy({ name: 'Letters for Peace', email: 'hello@example.org' }, stored)).toEqual(stored)
})
