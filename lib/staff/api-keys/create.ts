import { type ApiScope, apiKeys } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { addDays } from '@/lib/kernel/time/day'
import { parseLondonTime } from '@/lib/kernel/time/london-time'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { makeKey } from './key'

type NewKey = {
  name: string
  /** The one campaign that it reads; `null`: all of them, also those to come. */
  campaign: { id: string; slug: string } | null
  scopes: ApiScope[]
  /** The last day in London on which it works; `null`: until it is revoked. */
  lastDay: string | null
}

/** Makes a key for a program. Gives the key itself, which is kept nowhere. Throws a `Refusal` where the actor may not. */
export function createApiKey(ctx: Context, { name, campaign, scopes, lastDay }: NewKey): Promise<string> {
  assertAllowed(ctx, 'api-keys.create')
  return inTransaction(ctx, async (inner) => {
    const { key, hash, start } = makeKey()
    const [made] = await inner.db
      .insert(apiKeys)
      .values({
        name,
        hash,
        start,
        scopes,
        campaignId: campaign?.id ?? null,
        createdBy: inner.actor.kind === 'staff' ? inner.actor.id : inner.actor.kind,
        createdAt: inner.now(),
        expiresAt: lastDay === null ? null : parseLondonTime(`${addDays(lastDay, 1)}T00:00`),
      })
      .returning({ id: apiKeys.id })
    await recordAudit(inner, {
      verb: 'api-keys.create',
      subject: { kind: 'key', id: made?.id ?? '' },
      after: { name, start, campaign: campaign?.slug ?? 'all', scopes, lastDay },
    })
    return key
  })
}
