import { expect, test } from 'vitest'
import { logos } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { rolledBack, type TestContext, testContext } from '@/lib/mailer/testing/context'
import { operatorLogo } from '@/lib/settings/logo'
import { onChanged } from '@/lib/settings/public-pages-changed'
import { auditOf, memberContext } from '@/lib/staff/testing'
import type { EncodedLogo } from './encode'
import { findLogo, removeLogo, setLogo } from './set'

const encoded: EncodedLogo = { webp: Buffer.from('a logo'), width: 300, height: 100, measured: 'light' }
const other: EncodedLogo = { webp: Buffer.from('another'), width: 100, height: 100, measured: 'none' }

const audited = (ctx: TestContext) => auditOf(ctx, 'settings.set-logo')

test('a logo is shown, replaced, said and grounded otherwise, and taken out; each time it is written down', () =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    expect(await operatorLogo(ctx)).toBeNull()
    await setLogo(admin, { encoded, alt: '', ground: 'auto' })
    const first = await operatorLogo(ctx)
    expect(first).toMatchObject({ alt: '', ground: 'light', width: 300, height: 100 })
    expect(Buffer.from((await findLogo(ctx, first?.id ?? '')) ?? []).toString()).toBe('a logo')
    await setLogo(admin, { encoded: null, alt: 'A pen', ground: 'none' })
    expect(await operatorLogo(ctx)).toEqual({ ...first, alt: 'A pen', ground: 'none' })
    await setLogo(admin, { encoded: null, alt: 'A pen', ground: 'auto' })
    expect(await operatorLogo(ctx)).toEqual({ ...first, alt: 'A pen' })
    await setLogo(admin, { encoded: other, alt: 'A pen', ground: 'auto' })
    expect(await operatorLogo(ctx)).toMatchObject({ ground: 'none', width: 100 })
    expect(await findLogo(ctx, first?.id ?? '')).toBeNull()
    await removeLogo(admin)
    expect(await operatorLogo(ctx)).toBeNull()
    expect(await ctx.db.$count(logos)).toBe(0)
    const written = await audited(ctx)
    expect(written.map(({ after }) => after)).toMatchObject([
      { shown: { alt: '' } },
      { shown: { ground: 'none' } },
      { shown: { ground: 'light' } },
      { shown: { width: 100 } },
      { shown: null },
    ])
    expect(written.at(-1)?.before).toMatchObject({ shown: { alt: 'A pen' } })
  }))

test('uploaded twice, it is there once, at one address, and nothing is written down again', () =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    for (let time = 0; time < 2; time++) await setLogo(admin, { encoded, alt: 'A pen', ground: 'auto' })
    expect(await ctx.db.$count(logos)).toBe(1)
    expect(await audited(ctx)).toHaveLength(1)
    await removeLogo(admin)
    await removeLogo(admin)
    expect(await audited(ctx)).toHaveLength(2)
  }))

test('words for a logo that there is not are refused', () =>
  rolledBack(async (ctx) => {
    const admin = await memberContext(ctx, 'admin')
    await expect(setLogo(admin, { encoded: null, alt: 'A pen', ground: 'auto' })).rejects.toMatchObject({
      code: 'not-found',
    })
  }))

test('who may not is refused', () =>
  rolledBack(async (ctx) => {
    for (const role of ['editor', 'campaigner'] as const) {
      const member = await memberContext(ctx, role)
      expect(() => setLogo(member, { encoded, alt: '', ground: 'auto' })).toThrow()
      expect(() => removeLogo(member)).toThrow()
    }
    expect(await operatorLogo(ctx)).toBeNull()
  }))

test('every process is told to make its public pages anew, once it is kept', async () => {
  const ctx = testContext(await testDatabase())
  const admin = await memberContext(ctx, 'admin', `${crypto.randomUUID()}@example.org`)
  let heard = 0
  const stop = await onChanged(() => {
    heard += 1
  })
  try {
    const before = heard
    await setLogo(admin, { encoded, alt: '', ground: 'auto' })
    await expect.poll(() => heard).toBeGreaterThan(before)
  } finally {
    await stop()
    await ctx.db.delete(settings)
    await ctx.db.delete(logos)
  }
})
