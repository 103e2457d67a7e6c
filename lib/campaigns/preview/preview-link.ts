import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { audit, staff } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { Context } from '@/lib/kernel/context'
import { isSigned, signatureOf } from '@/lib/kernel/secrets/signature'
import { DAY } from '@/lib/kernel/time/durations'
import { setting } from '@/lib/settings/setting'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/** Days for which a link to a preview works. */
export const PREVIEW_DAYS = 7
const SIGNED = { purpose: 'preview', length: 32 }

/** The secret part of a link that shows one version to whoever has it, for {@link PREVIEW_DAYS}. Throws a `Refusal` where the actor may not. */
export function makePreviewLink(ctx: Context, { campaignId, versionId }: Omit<Shown, 'number'>): string {
  assertAllowed(ctx, 'campaigns.see', campaignId)
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

const LIFE_MS = PREVIEW_DAYS * DAY
/** When a campaign's links were last called back. */
const endedSetting = (campaignId: string) =>
  setting(`preview_links_ended ${campaignId}`, z.object({ at: z.coerce.date() }).nullable().catch(null), null)

type Shown = { campaignId: string; versionId: string; number: number }

/** Gives out a link to a version, and writes down that it was: the link itself is kept nowhere. Throws a `Refusal` where the actor may not. */
export async function givePreviewLink(ctx: Context, { campaignId, versionId, number }: Shown): Promise<string> {
  const link = makePreviewLink(ctx, { campaignId, versionId })
  const subject = { kind: 'campaign', id: campaignId }
  await recordAudit(ctx, { verb: 'campaign.preview-link', subject, after: { version: number } })
  return link
}

/** A link that was given out and works still: of which version, when, until when, and by whom if they are on the team. */
export type GivenLink = { id: number; version: number; at: Date; until: Date; by: string | null }

/** The newest links to a campaign's versions that work still, a hundred at most. */
export async function givenPreviewLinks(ctx: Context, campaignId: string): Promise<GivenLink[]> {
  assertAllowed(ctx, 'campaigns.see', campaignId)
  const since = new Date(Math.max(ctx.now().getTime() - LIFE_MS, (await endedAt(ctx, campaignId))?.getTime() ?? 0))
  const rows = await ctx.db
    .select({
      id: audit.id,
      at: audit.at,
      version: sql`(${audit.after} ->> 'version')::int`.mapWith(Number),
      by: staff.email,
    })
    .from(audit)
    .leftJoin(staff, sql`${staff.id}::text = ${audit.actorId}`)
    .where(
      and(
        eq(audit.verb, 'campaign.preview-link'),
        eq(audit.subjectKind, 'campaign'),
        eq(audit.subjectId, campaignId),
        gt(audit.at, since),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(100)
  return rows.map((row) => ({ ...row, until: new Date(row.at.getTime() + LIFE_MS) }))
}

/** Ends every link to a campaign's versions that was given out until now. Throws a `Refusal` where the actor may not. */
export function endPreviewLinks(ctx: Context, campaignId: string): Promise<void> {
  assertAllowed(ctx, 'campaigns.edit', campaignId)
  const subject = { kind: 'campaign', id: campaignId }
  const audited = { verb: 'campaign.end-preview-links', subject, before: null, after: null } as const
  return endedSetting(campaignId).keep(ctx, { at: ctx.now() }, audited)
}

/** Whether a link that works until then, as it says itself, was called back. */
export async function wasCalledBack(ctx: Context, campaignId: string, until: Date): Promise<boolean> {
  const at = await endedAt(ctx, campaignId)
  return at !== null && until.getTime() - LIFE_MS <= at.getTime()
}

async function endedAt(ctx: Context, campaignId: string): Promise<Date | null> {
  return (await endedSetting(campaignId).read(ctx))?.at ?? null
}
