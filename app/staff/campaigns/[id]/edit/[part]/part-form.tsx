import type { ReactNode } from 'react'
import { FieldInput } from '@/components/editor/field-input'
import { ListItems } from '@/components/editor/list-items'
import { Button } from '@/components/ui/button'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { itemName } from '@/lib/content/fields/field-names'
import { asksOf, type ContentFields, fieldsOf, textsOf } from '@/lib/content/fields/fields'
import { namesOfSeats } from '@/lib/content/fields/seat-names'
import { itemFields } from '@/lib/content/parts'
import type { EditorField, EditorPart } from '@/lib/content/parts/field'
import type { Context } from '@/lib/kernel/context'

type Props = {
  ctx: Context
  campaign: StaffCampaign
  part: EditorPart
  /** What was typed and is not saved, in place of the draft's. */
  typed: ContentFields | null
  /** The version that the fields are filled from. */
  base: string
  faults: readonly { field: string; message: string }[]
  /** What somebody else changed meanwhile, with a choice for each field that both did: sent with the rest. */
  choices?: ReactNode
}

/** A part's form: its own fields, and the items of its list. */
export async function PartForm({ ctx, campaign, part, typed, base, faults, choices: toChoose }: Props) {
  const fields = await namesOfSeats(ctx, part, { ...fieldsOf(campaign.draft.content), ...typed })
  const errorOf = (id: string) => faults.find(({ field }) => field === id)?.message
  const choices = choicesOf(fields)
  const input = (field: EditorField, name: string) => {
    const typed = (
      <FieldInput
        key={name}
        field={field}
        name={name}
        value={fields[name] ?? ''}
        choices={field.choices ?? choices}
        errorOf={errorOf}
      />
    )
    // Hidden while another kind is chosen, and sent all the same: what was typed is there when that is chosen again.
    return field.only ? (
      <div key={name} data-only={field.only.of.join(' ')}>
        {typed}
      </div>
    ) : (
      typed
    )
  }
  const { list } = part
  const own = part.fields.filter(({ key }) => !key.includes('.image'))
  return (
    <form
      id="part-form"
      method="post"
      action={`/staff/campaigns/${campaign.id}/edit/${part.id}`}
      noValidate
      className="space-y-7"
    >
      {/* The first button is the one that Enter presses: it must not move anything. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        Save
      </button>
      <input type="hidden" name="base" value={base} />
      {toChoose}
      {own.map((field) => input(field, field.key))}
      {list && (
        <ListItems
          list={list}
          title={part.title}
          error={errorOf(list.key)}
          items={textsOf(fields[list.key]).map((id) => ({
            id,
            name: itemName(part, id, fields),
            fields: itemFields(part, asksOf(fields)).map((field) => input(field, `${list.key}.${id}.${field.key}`)),
          }))}
        />
      )}
      {(own.length > 0 || list || toChoose) && <Button>Save</Button>}
    </form>
  )
}

/** The boxes that depend on the campaign: its asks. */
function choicesOf(fields: ContentFields) {
  return asksOf(fields).map(({ id, title }) => ({ value: id, label: title }))
}
