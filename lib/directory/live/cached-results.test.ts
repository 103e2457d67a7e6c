import { afterEach, expect, test, vi } from 'vitest'
import { rolledBack } from '@/lib/mailer/testing/context'

afterEach(() => vi.unstubAllEnvs())

test('what a source said is known under a new secret while the old one is listed, and is not asked for again', () =>
  rolledBack(async (ctx) => {
    const [older, newer] = ['o'.repeat(32), 'n'.repeat(32)]
    const unknown = { kind: 'unknown' as const, unsure: false }
    await (await under(older)).cacheResult(ctx, 'ZZ11AA', unknown)
    const both = await under(`${newer},${older}`)
    expect(await both.cachedResult(ctx, 'ZZ11AA', [])).toEqual(unknown)
    expect(await (await under(newer)).cachedResult(ctx, 'ZZ11AA', [])).toBeNull()
    await both.cacheResult(ctx, 'ZZ11AA', unknown)
    expect(await (await under(newer)).cachedResult(ctx, 'ZZ11AA', [])).toEqual(unknown)
  }))

/** The module as a process with this AUTH_SECRET has it. */
async function under(secrets: string) {
  vi.stubEnv('AUTH_SECRET', secrets)
  vi.resetModules()
  return import('./cached-results')
}
