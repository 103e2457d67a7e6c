import { eq, isNull } from 'drizzle-orm'
import { campaigns, webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { seal } from '@/lib/kernel/secrets/crypto'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { readAddress } from '@/lib/webhooks/address/address'
import { tryName } from '@/lib/webhooks/address/try-name'
import { toldOf, type WebhookInput } from '@/lib/webhooks/input'
import type { Sending } from '@/lib/webhooks/sending/post'
import { newSecret, sealSecret } from '@/lib/webhooks/sending/sign'

/** As many as anyone needs, and as few as a worker can have under way at once. */
const MOST = 20

/**
 * Adds a webhook, which is told of what happens from now on. Gives its id and its secret, which is shown this once.
 * Throws an `ExpectedFailure` that says why it cannot be, and a `Refusal` where the actor may not.
 */
export async function addWebhook(
  ctx: Context,
  { address, campaign, told }: WebhookInput,
  { lookup }: Sending = {},
): Promise<{ id: string; secret: string }> {
  assertAllowed(ctx, 'webhooks.set')
  const read = readAddress(ctx.env, address)
  if ('fault' in read) throw new ExpectedFailure(read.fault)
  await tryName(read, lookup)
  const url = read.url.href
  const secret = newSecret()
  return inTransaction(ctx, async (inner) => {
    const slug = campaign ? await slugOf(inner, campaign) : null
    if ((await inner.db.$count(webhookEndpoints, isNull(webhookEndpoints.removedAt))) >= MOST) {
      throw new ExpectedFailure(`There can be ${MOST} webhooks at most: remove one first`)
    }
    const id = crypto.randomUUID()
    const [made] = await inner.db
      .insert(webhookEndpoints)
      .values({
        id,
        urlSealed: seal(url, 'webhook-address', id),
        urlHash: await lookupHash(inner, `webhook ${url}`),
        host: read.url.host,
        campaignId: campaign || null,
        events: [...toldOf[told]],
        secretSealed: sealSecret(secret, id),
        secretMadeAt: inner.now(),
        createdAt: inner.now(),
      })
      .onConflictDoNothing()
      .returning({ id: webhookEndpoints.id })
    if (!made) throw new ExpectedFailure('There is a webhook to this address already')
    const after = { host: read.url.host, campaign: slug, events: toldOf[told] }
    await recordAudit(inner, { verb: 'webhooks.add', subject: { kind: 'webhook', id: made.id }, after })
    return { id: made.id, secret }
  })
}

async function slugOf({ db }: Context, campaignId: string): Promise<string> {
  const [row] = await db.select({ slug: campaigns.slug }).from(campaigns).where(eq(campaigns.id, campaignId))
  if (!row) throw new ExpectedFailure('There is no such campaign any more: choose another')
  return row.slug
}
