import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { campaigns, campaignVersions } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { compareFields, type FieldChange } from '@/lib/content/changes/compare'
import { type Choice, mergeFields } from '@/lib/content/changes/merge'
import { type ContentFields, contentOf, fieldsOf } from '@/lib/content/fields/fields'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actorName } from './actor-name'
import { withConsentVersion, withUsualConsent } from './consent-version'
import { findVersion, latestVersion, type Version } from './versions'

type Save = {
  campaignId: string
  /** The version that the form was filled from. */
  baseId: string
  /** The fields that were edited, as they are now; all others are the base's. */
  edited: ContentFields
  /** What is kept of the fields that somebody else has changed since. */
  choices?: Record<string, Choice>
  note?: string
}

export type SaveOutcome =
  | { kind: 'unchanged'; version: Version }
  /** `others`: what was changed meanwhile, is kept beside, and does not stand in what was edited. */
  | { kind: 'saved'; version: Version; others: FieldChange[] }
  /** Nothing was saved: `units` wait for a choice. */
  | { kind: 'conflict'; base: Version; latest: Version; units: string[]; others: FieldChange[] }

/**
 * Saves what was edited as a new version, finished or not. What somebody else saved since the base is put together
 * with it; where both changed the same, nothing is saved until it is chosen. Throws a `Refusal` where the actor may
 * not edit, or there is no such campaign or version.
 */
export function saveDraft(ctx: Context, save: Save): Promise<SaveOutcome> {
  assertAllowed(ctx, 'campaigns.edit', save.campaignId)
  return inTransaction(ctx, async (inner) => {
    const { latest, base } = await locked(inner, save)
    const mine = { ...fieldsOf(base.content), ...save.edited }
    const theirs = fieldsOf(latest.content)
    const { merged, conflicts } = mergeFields(fieldsOf(base.content), mine, theirs, save.choices)
    const others = base.id === latest.id ? [] : compareFields(fieldsOf(base.content), theirs)
    const news = others.filter(({ key }) => !isDeepStrictEqual(mine[key], theirs[key]))
    if (conflicts.length > 0) return { kind: 'conflict', base, latest, units: conflicts, others }
    const put = contentOf(merged, latest.content)
    const worded = 'consent.wording' in save.edited ? withUsualConsent(put) : put
    const content = await withConsentVersion(inner, save.campaignId, worded)
    if (isDeepStrictEqual(content, latest.content)) return { kind: 'unchanged', version: latest }
    const version = await addVersion(inner, save.campaignId, { content, note: save.note ?? '', after: latest })
    return { kind: 'saved', version, others: news }
  })
}

/** Adds a version after the newest, in the caller's transaction, which holds the campaign's row; tells the audit what changed. */
export async function addVersion(
  ctx: Context,
  campaignId: string,
  { content, note, after, undoes = null }: { content: unknown; note: string; after: Version; undoes?: number | null },
): Promise<Version> {
  const number = after.number + 1
  await ctx.db
    .insert(campaignVersions)
    .values({ campaignId, number, content, note, undoes, createdBy: actorName(ctx), createdAt: ctx.now() })
  const fields = compareFields(fieldsOf(after.content), fieldsOf(content)).map(({ name }) => name)
  await recordAudit(ctx, {
    verb: 'campaign.save',
    subject: { kind: 'campaign', id: campaignId },
    before: { version: after.number },
    after: { version: number, fields },
  })
  const version = await findVersion(ctx, campaignId, number)
  if (!version) throw new Error('A version that was just added is not there.')
  return version
}

/** Takes the campaign's row, so that two saves at once come one after the other. */
export async function lockCampaign(ctx: Context, campaignId: string) {
  const [row] = await ctx.db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId)))
    .for('update')
  const latest = row && (await latestVersion(ctx, campaignId))
  if (!row || !latest) throw new Refusal('not-found', 'There is no such campaign.')
  return { row, latest }
}

async function locked(ctx: Context, { campaignId, baseId }: Save) {
  const { latest } = await lockCampaign(ctx, campaignId)
  const base = baseId === latest.id ? latest : await findVersion(ctx, campaignId, baseId)
  if (!base) throw new Refusal('not-found', 'There is no such version.')
  return { latest, base }
}
