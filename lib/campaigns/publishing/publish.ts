import { eq } from 'drizzle-orm'
import { campaignPublications, campaigns } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { actorName } from '@/lib/campaigns/actor-name'
import { lockCampaign } from '@/lib/campaigns/save-draft'
import { findVersion, type Version } from '@/lib/campaigns/versions'
import type { FieldFault } from '@/lib/content/fields/field-fault'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { draftFindings, installationFault } from './checks-before-publishing'
import { calledOff } from './tell-called-off'
import { isMeant, type UnchangedCopy, unchangedCopy } from './unchanged-copy'

/** Why nothing of an archived campaign goes live. */
export const ARCHIVED = 'It is archived. Take it out of the archive first, on its overview.'

/** `meant`: ids of the editor's parts that shall be as they were when the campaign was copied. */
type Publish = { campaignId: string; versionId: string; note: string; meant?: readonly string[] }

export type PublishOutcome =
  | { kind: 'published' }
  | { kind: 'faulty'; faults: FieldFault[]; installation: string | null }
  /** Parts are as they were when the campaign was copied, and nobody has said that they shall be. */
  | { kind: 'unchanged-copy'; copy: UnchangedCopy }
  /** Somebody saved since: what was looked at is not the draft any more. */
  | { kind: 'stale'; latest: Version }

/**
 * Puts the draft live, in one transaction; every process shows it within seconds. Refused with its faults, or where
 * it is not the newest version any more. A campaign that has no opening date opens. Throws a `Refusal` where the
 * actor may not publish, or there is no such campaign or version.
 */
export function publishDraft(ctx: Context, publish: Publish): Promise<PublishOutcome> {
  assertAllowed(ctx, 'campaigns.publish', publish.campaignId)
  return inTransaction(ctx, async (inner) => {
    const { latest } = await lockCampaign(inner, publish.campaignId)
    const version = await findVersion(inner, publish.campaignId, publish.versionId)
    if (!version) throw new Refusal('not-found', 'There is no such version.')
    if (version.id !== latest.id) return { kind: 'stale', latest }
    return putLive(inner, { meant: [], ...publish, version })
  })
}

/** `meant`: which parts shall be as they were when the campaign was copied, or that it was asked already. */
type PutLive = { campaignId: string; version: Version; note: string; meant: readonly string[] | 'asked' }

/** Puts a version live in the caller's transaction, which holds the campaign's row; or gives its faults. */
export async function putLive(ctx: Context, { campaignId, version, note, meant }: PutLive): Promise<PublishOutcome> {
  const { row } = await lockCampaign(ctx, campaignId)
  if (row.archivedAt) return { kind: 'faulty', faults: [], installation: ARCHIVED }
  const refused = await whyNotLive(ctx, version.content)
  if (refused) return refused
  const copy = await unchangedCopy(ctx, campaignId, version.content)
  if (copy && !isMeant(copy, meant)) return { kind: 'unchanged-copy', copy }
  const before = row.publishedVersionId && (await findVersion(ctx, campaignId, row.publishedVersionId))
  const at = ctx.now()
  if (row.scheduledVersionId !== version.id) await calledOff(ctx, row, 'published')
  await ctx.db
    .update(campaigns)
    .set({
      publishedVersionId: version.id,
      openedAt: row.openedAt ?? at,
      unpublishedAt: null,
      scheduledVersionId: null,
      scheduledAt: null,
      scheduledBy: null,
    })
    .where(eq(campaigns.id, campaignId))
  await ctx.db.insert(campaignPublications).values({
    campaignId,
    versionId: version.id,
    at,
    by: row.scheduledBy && ctx.actor.kind === 'system' ? row.scheduledBy : actorName(ctx),
    note,
  })
  await recordAudit(ctx, {
    verb: 'campaign.publish',
    subject: { kind: 'campaign', id: campaignId },
    before: before ? { version: before.number } : null,
    after: { version: version.number, ...(note && { note }) },
  })
  await tellChanged(ctx)
  return { kind: 'published' }
}

/** Why a content cannot go live: its faults, and what the installation lacks. `null` where it can. */
export async function whyNotLive(
  ctx: Context,
  content: unknown,
): Promise<Extract<PublishOutcome, { kind: 'faulty' }> | null> {
  const { faults } = await draftFindings(ctx, content)
  const installation = await installationFault(ctx)
  return faults.length > 0 || installation ? { kind: 'faulty', faults, installation } : null
}
