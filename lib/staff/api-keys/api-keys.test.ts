import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { apiKeys } from '@/db/schema/index'
import { tablesHolding } from '@/db/testing'
import { onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { createApiKey } from './create'
import { findApiKey } from './find'
import { keyInput } from './input'
import { listApiKeys } from './list'
import { revokeApiKey } from './revoke'

const ASKED = { name: 'Partner’s site', campaign: null, scopes: ['figures:read' as const], lastDay: null }

describe('a key', () => {
  test('works, and is kept nowhere: neither among the keys nor in the audit', () =>
    onCampaign(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const key = await createApiKey(admin, ASKED)
      expect(key).toMatch(/^dearmp_[0-9a-f]{48}$/)
      expect(await findApiKey(ctx, key)).toMatchObject({ key: { scopes: ['figures:read'], campaignId: null } })
      expect(await tablesHolding(ctx, key)).toEqual([])
      const [listed] = await listApiKeys(admin)
      expect(listed).toMatchObject({ name: 'Partner’s site', start: key.slice(0, 13), createdBy: 'admin@example.org' })
      expect(await auditOf(ctx, 'api-keys.create')).toMatchObject([
        { actorKind: 'staff', after: { name: 'Partner’s site', campaign: 'all', lastDay: null } },
      ])
    }))

  test('is of one campaign where it was made so', () =>
    onCampaign(async (ctx, campaign) => {
      const key = await createApiKey(ctx, { ...ASKED, campaign })
      expect(await findApiKey(ctx, key)).toMatchObject({ key: { campaignId: campaign.id } })
    }))

  test('is refused in another case, cut short, made longer, with a slip in it, and unknown', () =>
    onCampaign(async (ctx) => {
      const key = await createApiKey(ctx, ASKED)
      const slipped = key.slice(0, 20) + (key[20] === '0' ? '1' : '0') + key.slice(21)
      for (const given of [key.toUpperCase(), `DEARMP_${key.slice(7)}`, key.slice(0, -1), `${key}0`, slipped, '', 'x'])
        expect(await findApiKey(ctx, given)).toEqual({ refused: 'malformed' })
      await ctx.db.delete(apiKeys)
      expect(await findApiKey(ctx, key)).toEqual({ refused: 'unknown' })
    }))

  test('works to the end of its last day in London, and no longer', () =>
    onCampaign(async (ctx) => {
      const key = await createApiKey(ctx, { ...ASKED, lastDay: '2026-07-01' })
      ctx.setNow(new Date('2026-07-01T22:59:59Z'))
      expect(await findApiKey(ctx, key)).toHaveProperty('key')
      ctx.setNow(new Date('2026-07-01T23:00:00Z'))
      expect(await findApiKey(ctx, key)).toEqual({ refused: 'expired' })
    }))

  test('that was revoked is refused from then on, and revoking it again changes nothing', () =>
    onCampaign(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      const key = await createApiKey(admin, ASKED)
      const id = await idOf(ctx)
      expect(await revokeApiKey(admin, id)).toBe('Partner’s site')
      expect(await findApiKey(ctx, key)).toEqual({ refused: 'revoked' })
      expect(await revokeApiKey(admin, id)).toBeNull()
      expect(await revokeApiKey(admin, crypto.randomUUID())).toBeNull()
      expect(await auditOf(ctx, 'api-keys.revoke')).toHaveLength(1)
    }))

  test('tells when it was last used, written down once a minute at most', () =>
    onCampaign(async (ctx) => {
      const key = await createApiKey(ctx, ASKED)
      const used = async (at: string) => {
        ctx.setNow(new Date(at))
        await findApiKey(ctx, key)
        const [row] = await ctx.db.select({ at: apiKeys.lastUsedAt }).from(apiKeys)
        return row?.at?.toISOString()
      }
      expect(await used('2026-11-10T12:00:00.000Z')).toBe('2026-11-10T12:00:00.000Z')
      expect(await used('2026-11-10T12:00:59.000Z')).toBe('2026-11-10T12:00:00.000Z')
      expect(await used('2026-11-10T12:01:00.000Z')).toBe('2026-11-10T12:01:00.000Z')
    }))

  test('stays listed after its maker has left the team', () =>
    onCampaign(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      await createApiKey({ ...admin, actor: { kind: 'staff', id: 'gone', role: 'admin', limitedTo: null } }, ASKED)
      expect(await listApiKeys(admin)).toMatchObject([{ createdBy: null }])
    }))
})

describe('what the form asks for', () => {
  const read = (more: Record<string, string>) =>
    keyInput('2026-11-25').safeParse({ name: 'A site', campaign: 'all', lastDay: '', ...more })

  test.each<Record<string, string>>([
    {},
    { lastDay: '2026-11-25' },
    { lastDay: '2031-12-31' },
    { name: 'x'.repeat(80) },
  ])('can be %j', (more) => expect(read(more).success).toBe(true))

  test.each<[Record<string, string>, string]>([
    [{ name: ' ' }, 'Enter what the key is for'],
    [{ name: 'x'.repeat(81) }, 'The name can have 80 characters at most'],
    [{ lastDay: '2026-11-24' }, 'That day is over: enter a later one'],
    [{ lastDay: '2032-01-01' }, 'Enter a day within 5 years, or leave it empty'],
    [{ lastDay: '2027-02-30' }, 'Enter a day like 2026-11-24, or leave it empty'],
    [{ campaign: '' }, 'Choose a campaign, or all of them'],
  ])('cannot be %j', (more, message) => {
    const { error } = read(more)
    expect(error?.issues.map((issue) => issue.message)).toEqual([message])
  })
})

test('refuses the keys to everyone but administrators', () =>
  onCampaign(async (ctx) => {
    for (const refused of [await memberContext(ctx, 'campaigner'), await memberContext(ctx, 'editor')]) {
      for (const work of [
        async () => createApiKey(refused, ASKED),
        async () => revokeApiKey(refused, crypto.randomUUID()),
        () => listApiKeys(refused),
      ])
        await expect(work).rejects.toMatchObject({ code: 'not-allowed' })
    }
    expect(await ctx.db.$count(apiKeys)).toBe(0)
  }))

async function idOf(ctx: TestContext): Promise<string> {
  const [row] = await ctx.db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.name, ASKED.name))
  return row?.id ?? ''
}
