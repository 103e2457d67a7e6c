import { and, eq, isNull } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { mps } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack } from '@/lib/mailer/testing/context'
import { memberContext } from '@/lib/staff/testing'
import { setAddress } from './by-hand'
import { importMembers } from './import'

const ALDERSHOT = 'E14001063'

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

test('cleared by hand where the source has no address, it is gone since then; set again, it is not', () =>
  rolledBack(async (ctx) => {
    const admin = { ...ctx, ...(await memberContext(ctx, 'admin')) }
    const gone = async () => {
      const [row] = await ctx.db
        .select({ email: mps.email, at: mps.addressGoneAt })
        .from(mps)
        .where(and(eq(mps.constituencyCode, ALDERSHOT), isNull(mps.until)))
      return row
    }
    const member = { memberId: 9001, name: 'Ann Example', party: 'Independent', email: null }
    await importMembers(ctx, [{ code: ALDERSHOT, member, line: 2 }])
    expect(await gone(), 'a new MP without an address has lost none').toEqual({ email: null, at: null })
    await setAddress(admin, ALDERSHOT, 'ann@parliament.uk')
    expect(await gone()).toEqual({ email: 'ann@parliament.uk', at: null })
    await setAddress(admin, ALDERSHOT, null)
    expect(await gone()).toEqual({ email: null, at: ctx.now() })
    await setAddress(admin, ALDERSHOT, 'ann@parliament.uk')
    expect(await gone()).toEqual({ email: 'ann@parliament.uk', at: null })
  }))
