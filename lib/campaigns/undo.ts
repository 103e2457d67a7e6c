import { and, desc, eq } from 'drizzle-orm'
import { campaignVersions } from '@/db/schema/index'
import { compareContents } from '@/lib/content/changes/compare'
import { mergeFields } from '@/lib/content/changes/merge'
import { contentOf, fieldsOf } from '@/lib/content/fields/fields'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { actorName } from './actor-name'
import { withConsentVersion } from './consent-version'
import { addVersion, lockCampaign } from './save-draft'
import { findVersion, type Version } from './versions'

/** So many changes can be taken back, one after the other. */
const STEPS_MOST = 10
/** Each may have been taken back and brought again. */
const LOOKED_AT = 4 * STEPS_MOST

export type Turn = 'undo' | 'redo'
/** What an undo or a redo would do: which of one's own changes, the fields that it is about, and where they are edited. */
export type TurnOffered = { number: number; names: string[]; part: string; field: string }
export type TurnOutcome =
  | { kind: 'turned'; version: Version; part: string; names: string[] }
  /** Nothing was done: there is no such change, or somebody else has changed the same since. */
  | { kind: 'nothing' }
  | { kind: 'conflict'; by: string }

/** What the actor can take back of their own changes to a draft, and bring again; `null` where there is nothing. */
export async function turnsOffered(ctx: Context, campaignId: string): Promise<Record<Turn, TurnOffered | null>> {
  const { undo, redo } = await turnsLeft(ctx, campaignId)
  return { undo: await offered(ctx, campaignId, undo), redo: await offered(ctx, campaignId, redo) }
}

/**
 * Takes back the newest of the actor's own changes to a draft, or brings the one again that was taken back last: as a
 * new version, on top of what anybody else has changed since. Throws a `Refusal` where the actor may not edit, or
 * there is no such campaign.
 */
export function turnBack(ctx: Context, campaignId: string, turn: Turn): Promise<TurnOutcome> {
  assertAllowed(ctx, 'campaigns.edit', campaignId)
  return inTransaction(ctx, async (inner) => {
    const { latest } = await lockCampaign(inner, campaignId)
    const number = (await turnsLeft(inner, campaignId))[turn]
    const change = number && (await changeOf(inner, campaignId, number))
    if (!change) return { kind: 'nothing' }
    const [made, before, now] = [change.after, change.before, latest].map(({ content }) => fieldsOf(content))
    const { merged, conflicts } = mergeFields(made ?? {}, before ?? {}, now ?? {})
    if (conflicts.length > 0) return { kind: 'conflict', by: latest.by }
    const content = await withConsentVersion(inner, campaignId, contentOf(merged, change.before.content))
    const changes = compareContents(latest.content, content)
    const version = await addVersion(inner, campaignId, {
      content,
      note: '',
      after: latest,
      undoes: change.after.number,
    })
    const names = changes.map(({ name }) => name)
    return { kind: 'turned', version, names, part: changes[0]?.part ?? 'summary' }
  })
}

async function offered(ctx: Context, campaignId: string, number: number | null): Promise<TurnOffered | null> {
  const change = number && (await changeOf(ctx, campaignId, number))
  if (!change) return null
  const changes = compareContents(change.before.content, change.after.content)
  const [first] = changes
  return first
    ? { number: change.after.number, names: changes.map(({ name }) => name), part: first.part, field: first.key }
    : null
}

async function changeOf(ctx: Context, campaignId: string, number: number) {
  const [before, after] = await Promise.all([
    findVersion(ctx, campaignId, number - 1),
    findVersion(ctx, campaignId, number),
  ])
  return before && after && { before, after }
}

/**
 * Which of one's own versions an undo, and a redo, would take back. A version that takes one back is a change as any
 * other: to take it back is the redo.
 */
async function turnsLeft(ctx: Context, campaignId: string): Promise<Record<Turn, number | null>> {
  const own = await ctx.db
    .select({ number: campaignVersions.number, undoes: campaignVersions.undoes })
    .from(campaignVersions)
    .where(and(eq(campaignVersions.campaignId, campaignId), eq(campaignVersions.createdBy, actorName(ctx))))
    .orderBy(desc(campaignVersions.number))
    .limit(LOOKED_AT)
  return turnsAfter(own.reverse())
}

/** The same of versions in their order, oldest first. */
export function turnsAfter(
  versions: readonly { number: number; undoes: number | null }[],
): Record<Turn, number | null> {
  const done: number[] = []
  let undone: number[] = []
  for (const { number, undoes } of versions) {
    if (undoes !== null && undone.at(-1) === undoes) {
      undone.pop()
      done.push(number)
    } else if (undoes !== null) {
      if (done.at(-1) === undoes) done.pop()
      undone.push(number)
    } else {
      // The first version of all changed nothing that there was before.
      if (number > 1) done.push(number)
      undone = []
    }
  }
  return { undo: undone.length < STEPS_MOST ? (done.at(-1) ?? null) : null, redo: undone.at(-1) ?? null }
}
