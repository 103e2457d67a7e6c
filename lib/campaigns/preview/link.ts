import type { Context } from '@/lib/kernel/context'
import { isSigned, signatureOf } from '@/lib/kernel/secrets/signature'
import { DAY } from '@/lib/kernel/time/durations'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** Days for which a link to a preview works. */
export const PREVIEW_DAYS = 7
const SIGNED = { purpose: 'preview', length: 32 }

/** The secret part of a link that shows one version to whoever has it, for {@link PREVIEW_DAYS}. Throws a `Refusal` where the actor may not. */
export function makePreviewLink(ctx: Context, versionId: string): string {
  assertAllowed(ctx, 'campaigns.see')
  const until = ctx.now().getTime() + PREVIEW_DAYS * DAY
  const said = `${versionId}.${until.toString(36)}`
  return `${said}.${signatureOf(SIGNED, said)}`
}

/** Which version a link shows, and until when; `expired` when it was sound once, `null` when it is none of ours. */
export function readPreviewLink(ctx: Context, link: string): { versionId: string; until: Date } | 'expired' | null {
  const [versionId = '', until36 = '', signature = ''] = link.split('.')
  if (!isSigned(SIGNED, `${versionId}.${until36}`, signature)) return null
  const until = new Date(Number.parseInt(until36, 36))
  return until > ctx.now() ? { versionId, until } : 'expired'
}
