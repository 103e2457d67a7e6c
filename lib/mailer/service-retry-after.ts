import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'

/** Until when the mail service has asked to be left alone. */
export const restSetting = setting('mail_rest', z.object({ until: z.coerce.date() }).nullable().catch(null), null)

/** Notes for every worker that the mail service asks to be left alone for so long. The latest end holds. */
export async function noteRest(ctx: Context, restMs: number): Promise<void> {
  const until = new Date(ctx.now().getTime() + restMs)
  await restSetting.change(ctx, (before) => (before && before.until >= until ? null : { until }))
}

/** Until when the mail service is left alone, or `null`. */
export async function restUntil(ctx: Context): Promise<Date | null> {
  const until = (await restSetting.read(ctx))?.until
  return until && until > ctx.now() ? until : null
}
