import { and, eq, isNull } from 'drizzle-orm'
import { webhookEndpoints } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { HOUR } from '@/lib/kernel/time/durations'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { newSecret, OLD_SECRET_HOURS, sealSecret } from '@/lib/webhooks/sending/sign'

/** `madeAt`: the secret that is to be replaced, by its time, so that a second press changes nothing. */
type Rotation = { id: string; madeAt: Date; endOldNow: boolean }

/**
 * Gives a webhook another secret, which is shown this once; the old one signs as well for a day, unless it is to end
 * now. `null` where it was replaced meanwhile. Throws a `Refusal` where the actor may not.
 */
export function rotateSecret(ctx: Context, { id, madeAt, endOldNow }: Rotation): Promise<string | null> {
  assertAllowed(ctx, 'webhooks.set')
  const secret = newSecret()
  return inTransaction(ctx, async (inner) => {
    const until = new Date(inner.now().getTime() + OLD_SECRET_HOURS * HOUR)
    const [rotated] = await inner.db
      .update(webhookEndpoints)
      .set({
        secretSealed: sealSecret(secret, id),
        secretMadeAt: inner.now(),
        oldSecretSealed: endOldNow ? null : webhookEndpoints.secretSealed,
        oldSecretUntil: endOldNow ? null : until,
      })
      .where(
        and(eq(webhookEndpoints.id, id), eq(webhookEndpoints.secretMadeAt, madeAt), isNull(webhookEndpoints.removedAt)),
      )
      .returning({ host: webhookEndpoints.host })
    if (!rotated) return null
    await recordAudit(inner, {
      verb: 'webhooks.rotate',
      subject: { kind: 'webhook', id },
      after: { host: rotated.host, oldUntil: endOldNow ? null : until },
    })
    return secret
  })
}
