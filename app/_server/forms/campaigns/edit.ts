import { randomInt } from 'node:crypto'
import type { FormAnswer } from '@/app/_server/form-answer'
import { textOf, textsOf } from '@/app/_server/forms/fields'
import { staffForm } from '@/app/_server/forms/old-staff-form'
import { draftFindings } from '@/lib/campaigns/publishing/faults'
import { type SaveOutcome, saveDraft } from '@/lib/campaigns/save-draft'
import { findVersion, type Version } from '@/lib/campaigns/versions'
import type { Choice } from '@/lib/content/changes/merge'
import { type ContentFields, contentOf, fieldsOf } from '@/lib/content/fields/fields'
import { changeList, readChange, readPart } from '@/lib/content/fields/read-part'
import { codesOfSeats } from '@/lib/content/fields/seat-names'
import { findPart } from '@/lib/content/parts'
import type { EditorPart } from '@/lib/content/parts/field'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { letterBeside } from '@/lib/writing/beside'

/**
 * One part of a campaign's text. `change` asks for a change of a list; `answer` is "json" where a script saves in the
 * background, with `look` where it only asks what the letter would be.
 */
export const editForm = staffForm('campaigns.edit', async (ctx, form, address): Promise<FormAnswer> => {
  const { campaign = '', part: partId = '' } = address
  const part = findPart(partId)
  const base = isId(textOf(form, 'base')) && (await findVersion(ctx, campaign, textOf(form, 'base')))
  if (!part || !base) throw new Refusal('not-found', 'There is no such part of a campaign.')
  const edited = await editedIn(ctx, form, part, base)
  if (form.has('look'))
    return { json: await seenWith(ctx, form, part, contentOf({ ...fieldsOf(base.content), ...edited }, base.content)) }
  const outcome = await saveDraft(ctx, { campaignId: campaign, baseId: base.id, edited, choices: choicesIn(form) })
  if (textOf(form, 'answer') === 'json') return { json: await inBackground(ctx, form, part, outcome) }
  if (outcome.kind === 'conflict') {
    const values = { typed: JSON.stringify(edited), base: base.id }
    const faults = outcome.units.map((unit) => ({ field: `choose.${unit}`, message: 'Choose whose text is kept' }))
    return { show: { form: 'campaign-edit', values, faults, done: null }, status: 409 }
  }
  return afterSaving(ctx, form, part, outcome, campaign)
})

async function editedIn(ctx: Context, form: FormData, part: EditorPart, base: Version): Promise<ContentFields> {
  const before = fieldsOf(base.content)
  const read = await codesOfSeats(
    ctx,
    part,
    readPart(part, (name) => textsOf(form, name), before),
  )
  const change = readChange(textOf(form, 'change'))
  return change
    ? changeList(part, read, change, `${part.list?.one ?? 'item'}-${randomInt(36 ** 5).toString(36)}`)
    : read
}

async function afterSaving(
  ctx: Context,
  form: FormData,
  part: EditorPart,
  outcome: Exclude<SaveOutcome, { kind: 'conflict' }>,
  campaign: string,
): Promise<FormAnswer> {
  const { faults } = await draftFindings(ctx, outcome.version.content)
  const here = faults.filter((fault) => fault.part === part.id)
  const done = outcome.kind === 'saved' ? (outcome.others.length > 0 ? 'merged' : 'saved') : 'unchanged'
  const values = { others: JSON.stringify(outcome.kind === 'saved' ? outcome.others.map(({ name }) => name) : []) }
  const changed = readChange(textOf(form, 'change'))
  // A button that adds or moves goes on to what it moved, and does not speak of what is empty yet.
  if (changed)
    return { redirect: `/staff/campaigns/${campaign}/edit/${part.id}?saved=1#${anchorOf(changed, outcome.version)}` }
  if (here.length > 0 || done === 'merged') {
    return { show: { form: 'campaign-edit', values, faults: here, done }, ...(here.length > 0 && { status: 422 }) }
  }
  return { redirect: `/staff/campaigns/${campaign}/edit/${part.id}?saved=1` }
}

function anchorOf({ what, key, id: item }: NonNullable<ReturnType<typeof readChange>>, { content }: Version): string {
  const leaf = [fieldsOf(content)[key] ?? []].flat()
  if (what === 'add') return `${key}.${leaf.at(-1)}`
  if (what === 'add-wording') return `${key}.${leaf.length - 1}`
  return what === 'up' || what === 'down' ? `${key}.${item}` : key
}

/** What a script shows beside the form: faults that a save left, and the letter. */
async function seenWith(ctx: Context, form: FormData, part: EditorPart, content: unknown) {
  const { faults, advice } = await draftFindings(ctx, content)
  const of = (found: typeof faults) =>
    found.filter((each) => each.part === part.id).map(({ field, message }) => ({ field, message }))
  const turn = Number(textOf(form, 'turn'))
  return {
    faults: of(faults),
    advice: of(advice),
    beside: part.letter
      ? await letterBeside(ctx, content, textOf(form, 'mp'), Number.isSafeInteger(turn) ? turn : 0)
      : null,
  }
}

async function inBackground(ctx: Context, form: FormData, part: EditorPart, outcome: SaveOutcome) {
  if (outcome.kind === 'conflict') return { kind: 'conflict', by: outcome.latest.by }
  const { id: base, number, at, content } = outcome.version
  const others = outcome.kind === 'saved' ? outcome.others.map(({ name }) => name) : []
  return { kind: 'saved', base, number, at: at.toISOString(), others, ...(await seenWith(ctx, form, part, content)) }
}

function choicesIn(form: FormData): Record<string, Choice> {
  const choices: Record<string, Choice> = {}
  for (const [name, value] of form) {
    if (name.startsWith('choose.') && (value === 'mine' || value === 'theirs'))
      choices[name.slice('choose.'.length)] = value
  }
  return choices
}
