import { isDeepStrictEqual } from 'node:util'
import { withConsentVersion } from '@/lib/campaigns/consent-version'
import { addVersion, lockCampaign } from '@/lib/campaigns/save-draft'
import { findVersion, type Version } from '@/lib/campaigns/versions'
import { takeParts } from '@/lib/content/changes/take-parts'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { type PublishOutcome, putLive, whyNotLive } from './publish'
import { unchangedCopy } from './unchanged-copy'

type BringBack = {
  campaignId: string
  number: number
  /** The draft that the old version was compared with. */
  draftId: string
  /** Ids of the editor's parts that are taken from it; all else stays as the draft has it. */
  parts: readonly string[]
}

/**
 * Saves a new draft that has some parts as an old version had them. What was the draft until then stays among the
 * versions. `stale` where somebody has saved since it was compared: nothing is changed then. Throws a `Refusal` where
 * the actor may not edit, or there is no such version.
 */
export function bringBack(
  ctx: Context,
  { campaignId, number, draftId, parts }: BringBack,
): Promise<{ kind: 'saved' | 'unchanged' } | { kind: 'stale'; latest: Version }> {
  assertAllowed(ctx, 'campaigns.edit', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { latest } = await lockCampaign(inner, campaignId)
    const old = await found(inner, campaignId, number)
    if (latest.id !== draftId) return { kind: 'stale', latest }
    const content = await withConsentVersion(inner, campaignId, takeParts(latest.content, old.content, parts))
    if (isDeepStrictEqual(content, latest.content)) return { kind: 'unchanged' }
    await addVersion(inner, campaignId, { content, note: `From version ${number}`, after: latest })
    return { kind: 'saved' }
  })
}

type MakeLive = {
  campaignId: string
  number: number
  /** What was live when the two were compared; empty where nothing was. */
  liveId: string
}

/**
 * Puts an old version live as it is; the draft stays as it is too. `stale` where something else went live since it was
 * compared. Throws a `Refusal` where the actor may not publish, or there is no such version.
 */
export function makeLive(
  ctx: Context,
  { campaignId, number, liveId }: MakeLive,
): Promise<Exclude<PublishOutcome, { kind: 'stale' }> | { kind: 'stale' }> {
  assertAllowed(ctx, 'campaigns.publish', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { row, latest } = await lockCampaign(inner, campaignId)
    const old = await found(inner, campaignId, number)
    if ((row.publishedVersionId ?? '') !== liveId) return { kind: 'stale' }
    const note = `Version ${number} again`
    const content = await withConsentVersion(inner, campaignId, old.content)
    const refused = await whyNotLive(inner, content)
    if (refused) return refused
    const copy = await unchangedCopy(inner, campaignId, content)
    if (copy) return { kind: 'unchanged-copy', copy }
    const version = isDeepStrictEqual(content, old.content)
      ? old
      : await besideDraft(inner, campaignId, { content, note, latest })
    const outcome = await putLive(inner, { campaignId, version, note, meant: 'asked' })
    return outcome.kind === 'stale' ? { kind: 'stale' } : outcome
  })
}

/** A version whose consent had to be named anew. The draft, which is always the newest, follows it unchanged. */
async function besideDraft(
  ctx: Context,
  campaignId: string,
  { content, note, latest }: { content: unknown; note: string; latest: Version },
): Promise<Version> {
  const version = await addVersion(ctx, campaignId, { content, note, after: latest })
  const again = { content: latest.content, note: `Version ${latest.number}, the draft as it was`, after: version }
  await addVersion(ctx, campaignId, again)
  return version
}

async function found(ctx: Context, campaignId: string, number: number): Promise<Version> {
  const old = await findVersion(ctx, campaignId, number)
  if (!old) throw new Refusal('not-found', 'There is no such version.')
  return old
}
