import { randomInt } from 'node:crypto'
import { draw } from '@/app/_drawing/draw'
import { uploaded } from '@/app/_drawing/uploaded'
import { type FieldFault, textOf, textsOf } from '@/app/_server/forms/fields'
import { again } from '@/app/_server/forms/make-form'
import { MOST_BYTES_OF_PICTURE } from '@/app/_server/forms/read-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { adviceOn, draftFindings } from '@/lib/campaigns/publishing/checks-before-publishing'
import { type SaveOutcome, saveDraft } from '@/lib/campaigns/save-draft'
import { setPicture } from '@/lib/campaigns/share-picture/set'
import { turnBack } from '@/lib/campaigns/undo'
import { findVersion, type Version } from '@/lib/campaigns/versions'
import { takenAccent } from '@/lib/content/accent/own-accent'
import type { Choice } from '@/lib/content/changes/merge'
import { type ContentFields, contentOf, fieldsOf } from '@/lib/content/fields/fields'
import { afterBoxChange, type Change, changeList, readChange, readPart } from '@/lib/content/fields/read-posted-part'
import { codesOfSeats } from '@/lib/content/fields/seat-names'
import { findPart } from '@/lib/content/parts'
import type { EditorPart } from '@/lib/content/parts/field'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'
import { oneLine } from '@/lib/kernel/text'
import { letterBeside } from '@/lib/writing/draft-as-letter'
import { slotsInWords } from '@/lib/writing/lint/slot-words'

/**
 * One part of a campaign's text. `change` asks for a change of a list, or for the last to be taken back; `answer` is "json" where a script saves in the
 * background, with `look` where it only asks what the letter would be.
 */
export const form = staffForm({
  verb: 'campaigns.edit',
  address: ['id', 'part'],
  answer: async ({ ctx, sent, address }) => {
    const part = findPart(address.part)
    const baseId = textOf(sent, 'base')
    const base = isId(baseId) && (await findVersion(ctx, address.id, baseId))
    if (!part || !base) throw new Refusal('not-found', 'There is no such part of a campaign.')
    const edited = await editedIn(ctx, sent, part, base)
    if (sent.has('look')) {
      const content = contentOf({ ...fieldsOf(base.content), ...edited }, base.content)
      return { json: await seenWith(ctx, sent, part, content) }
    }
    const outcome = await saveDraft(ctx, { campaignId: address.id, baseId, edited, choices: choicesIn(sent) })
    const inBackground = textOf(sent, 'answer') === 'json'
    if (outcome.kind === 'conflict') {
      return inBackground
        ? { json: { kind: 'conflict', by: outcome.latest.by } }
        : conflicting(edited, base, outcome.units)
    }
    const changed = await changedBy(ctx, sent, part, outcome, address.id)
    if (inBackground) return { json: await savedInBackground(ctx, sent, part, outcome, changed) }
    return changed ? { redirect: changed.to } : afterSaving(ctx, part, outcome, address.id)
  },
})

/** A picture, `of` the page or for sharing: uploaded, or with `remove` taken out. */
export const picture = staffForm({
  verb: 'campaigns.edit',
  at: '/staff/campaigns/[id]/picture',
  address: ['id'],
  most: MOST_BYTES_OF_PICTURE,
  answer: async ({ ctx, sent, address: { id } }) => {
    const which = textOf(sent, 'of') === 'picture' ? 'picture' : 'share'
    const at = `/staff/campaigns/${id}/edit/${which}`
    if (sent.has('remove')) {
      await setPicture(ctx, id, which, null)
      return { redirect: `${at}?saved=1` }
    }
    const alt = oneLine(textOf(sent, 'alt'))
    const made = await uploaded(sent.get('picture'), (from) => draw({ drawing: 'upload', from }))
    const encoded = made ?? { refused: 'Choose a picture' }
    const faults: FieldFault[] = []
    if (alt === '') faults.push({ field: 'alt', message: 'Say what the picture shows, for people who do not see it' })
    else if (alt.length > 200)
      faults.push({ field: 'alt', message: 'The picture in words can have 200 characters at most' })
    if ('refused' in encoded) faults.push({ field: 'picture', message: encoded.refused })
    if ('refused' in encoded || faults.length > 0) return { ...again({ alt }, faults), at }
    await setPicture(ctx, id, which, { encoded, alt })
    return { redirect: `${at}?saved=1` }
  },
})

/** What was typed and is not saved, with the version that it was typed over, while its editor has to choose. */
export type Unsaved = { typed: ContentFields; base: string }

function conflicting(typed: ContentFields, base: Version, units: string[]) {
  const unsaved: Unsaved = { typed, base: base.id }
  const faults = units.map((unit) => ({ field: `choose.${unit}`, message: 'Choose whose text is kept' }))
  return { show: { unsaved, faults }, status: 409 }
}

async function editedIn(ctx: Context, sent: FormData, part: EditorPart, base: Version): Promise<ContentFields> {
  const before = fieldsOf(base.content)
  const change = readChange(textOf(sent, 'change'))
  const posted = afterBoxChange((name) => textsOf(sent, name), change)
  const read = await codesOfSeats(ctx, part, {
    ...readPart(part, posted, before),
    ...takenAccent(textOf(sent, 'change')),
  })
  return change
    ? changeList(part, read, change, `${part.list?.one ?? 'item'}-${randomInt(36 ** 5).toString(36)}`)
    : read
}

type Kept = Exclude<SaveOutcome, { kind: 'conflict' }>
/** What a button came to beside saving, and where it shows. */
type Changed = { version: Version; to: string }

/** Does what a button asks for beside saving; `null` where none does. It does not speak of what is empty yet. */
async function changedBy(
  ctx: Context,
  sent: FormData,
  part: EditorPart,
  { version }: Kept,
  campaign: string,
): Promise<Changed | null> {
  const at = (id: string) => `/staff/campaigns/${campaign}/edit/${id}`
  const asked = textOf(sent, 'change')
  if (asked === 'undo' || asked === 'redo') {
    const turned = await turnBack(ctx, campaign, asked)
    if (turned.kind !== 'turned') return { version, to: `${at(part.id)}?turned=${turned.kind}#first-field` }
    return { version: turned.version, to: `${at(turned.part)}?turned=${asked}#first-field` }
  }
  if (Object.keys(takenAccent(asked)).length > 0) return { version, to: `${at(part.id)}?saved=1#accent` }
  const change = readChange(asked)
  return change && { version, to: `${at(part.id)}?saved=1#${anchorOf(change, version)}` }
}

async function afterSaving(ctx: Context, part: EditorPart, outcome: Kept, campaign: string) {
  const { faults } = await draftFindings(ctx, outcome.version.content)
  const here = faults.filter((fault) => fault.part === part.id)
  const merged = outcome.kind === 'saved' ? outcome.others.map(({ name }) => name) : []
  if (here.length === 0 && merged.length === 0)
    return { redirect: `/staff/campaigns/${campaign}/edit/${part.id}?saved=1` }
  return { show: { unsaved: null, merged, faults: here }, ...(here.length > 0 && { status: 422 }) }
}

/** Where a change shows: the item, or the box. */
function anchorOf({ of, what, key, id }: Change, { content }: Version): string {
  const leaf = [fieldsOf(content)[key] ?? []].flat()
  if (of === 'box') return `${key}.${what === 'add' ? leaf.length : Math.min(Number(id), leaf.length)}`
  if (what === 'add') return `${key}.${leaf.at(-1)}`
  if (what === 'copy') return `${key}.${leaf[leaf.indexOf(id) + 1]}`
  return what === 'remove' ? key : `${key}.${id}`
}

/** What a script shows beside the form: faults that a save left, advice, and the letters. */
async function seenWith(ctx: Context, sent: FormData, part: EditorPart, content: unknown) {
  const { faults, advice, figures } = await draftFindings(ctx, content)
  const turn = Number(textOf(sent, 'turn'))
  const beside = part.letter
    ? await letterBeside(ctx, content, textOf(sent, 'mp'), Number.isSafeInteger(turn) ? turn : 0)
    : { beside: null, three: [] }
  return {
    faults: faults.filter((each) => each.part === part.id).map(({ field, message }) => ({ field, message })),
    advice: adviceOn(part, advice),
    ...beside,
    slots: part.letter ? slotsInWords(figures) : null,
  }
}

async function savedInBackground(
  ctx: Context,
  sent: FormData,
  part: EditorPart,
  outcome: Kept,
  changed: Changed | null,
) {
  const { id: base, number, at, content } = changed?.version ?? outcome.version
  const others = outcome.kind === 'saved' ? outcome.others.map(({ name }) => name) : []
  const seen = await seenWith(ctx, sent, part, content)
  return { kind: 'saved', base, number, at: at.toISOString(), others, ...(changed && { to: changed.to }), ...seen }
}

function choicesIn(sent: FormData): Record<string, Choice> {
  const choices: Record<string, Choice> = {}
  for (const [name, value] of sent) {
    if (name.startsWith('choose.') && (value === 'mine' || value === 'theirs'))
      choices[name.slice('choose.'.length)] = value
  }
  return choices
}
