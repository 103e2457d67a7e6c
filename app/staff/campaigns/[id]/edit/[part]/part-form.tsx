import type { ReactNode } from 'react'
import { FieldInput } from '@/components/editor/field-input'
import { Base, Fresh } from '@/components/editor/fresh'
import { ListItems } from '@/components/editor/list-items'
import type { Advised } from '@/components/editor/seen'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
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
  advice: readonly Advised[]
  /** What somebody else changed meanwhile, with a choice for each field that both did: sent with the rest. */
  choices?: ReactNode
}

/** A part's form: its own fields, and the items of its list. */
export async function PartForm({ ctx, campaign, part, typed, base, faults, advice, choices: toChoose }: Props) {
  const fields = await namesOfSeats(ctx, part, { ...fieldsOf(campaign.draft.content), ...typed })
  const errors = Object.fromEntries(faults.map(({ field, message }) => [field, message]).reverse())
  const choices = choicesOf(fields)
  const input = (field: EditorField, name: string) => {
    const typed = (
      <FieldInput
        key={name}
        field={field}
        name={name}
        value={fields[name] ?? ''}
        choices={field.choices ?? choices}
        errors={errors}
        advice={advice}
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
      <Fresh>
        <Base version={base} />
        {toChoose}
        {part.letter && errors.letter && (
          <div id="letter" tabIndex={-1}>
            <FieldError id="letter" message={errors.letter} />
          </div>
        )}
        <div id="first-field" tabIndex={-1} className="space-y-7">
          {own.map((field) => input(field, field.key))}
          {list && (
            <ListItems
              list={list}
              title={part.title}
              error={errors[list.key]}
              items={textsOf(fields[list.key]).map((id) => ({
                id,
                name: itemName(part, id, fields),
                fields: itemFields(part, asksOf(fields)).map((field) => input(field, `${list.key}.${id}.${field.key}`)),
              }))}
            />
          )}
        </div>
      </Fresh>
      {(own.length > 0 || list || toChoose) && <Button>Save</Button>}
    </form>
  )
}

/** The boxes that depend on the campaign: its asks. */
function choicesOf(fields: ContentFields) {
  return asksOf(fields).map(({ id, title }) => ({ value: id, label: title }))
}
