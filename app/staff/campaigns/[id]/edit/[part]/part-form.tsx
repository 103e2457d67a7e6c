import type { ReactNode } from 'react'
import { FieldInput } from '@/components/editor/field-input'
import { Base, Fresh } from '@/components/editor/fresh'
import { ListItems } from '@/components/editor/list-items'
import type { Advised } from '@/components/editor/seen'
import { WhoItIs } from '@/components/editor/who-it-is'
import { Accented } from '@/components/ui/accented'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { accentName, ownColour } from '@/lib/content/accent/accent-name'
import { draftContent } from '@/lib/content/draft-content'
import { itemName } from '@/lib/content/fields/field-names'
import { asksOf, type ContentFields, fieldsOf, textOf, textsOf } from '@/lib/content/fields/fields'
import { namesOfSeats } from '@/lib/content/fields/seat-names'
import type { WhoIsMeant } from '@/lib/content/mp-groups'
import { OWN_ACCENT } from '@/lib/content/palettes'
import { itemFields } from '@/lib/content/parts'
import { emailsPart } from '@/lib/content/parts/emails'
import type { EditorField, EditorPart } from '@/lib/content/parts/field'
import { anySeatFor } from '@/lib/content/seats-in-scope'
import { partiesOf, seatsMeant } from '@/lib/content/who-is-meant'
import { allSeats, type Seat } from '@/lib/directory/lookup'
import { partyWords } from '@/lib/directory/party-words'
import type { Context } from '@/lib/kernel/context'
import { AccentField } from './accent-field'
import { EmailFields } from './email-fields'

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
  const seats = part.list?.fields.some(({ key }) => key === 'parties') ? await allSeats(ctx) : []
  const parties = partiesOf(seats)
  const input = (field: EditorField, name: string) => {
    const value = fields[name] ?? ''
    const typed =
      field.kind === 'colour' ? (
        <AccentField
          key={name}
          label={field.label}
          hint={field.hint}
          error={errors[name]}
          name={name}
          text={textOf(value)}
        />
      ) : (
        <FieldInput
          key={name}
          field={field}
          name={name}
          value={value}
          choices={choicesFor(field, value, { asks: choices, parties, accent: textOf(fields.accent) })}
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
          {part.id === emailsPart.id ? (
            <EmailFields
              fields={fields}
              input={input}
              errors={errors}
              versionId={campaign.draft.id}
              seat={(await anySeatFor(ctx, draftContent(campaign.draft.content)))?.code ?? null}
            />
          ) : (
            own.map((field) => input(field, field.key))
          )}
          {list && (
            <ListItems
              list={list}
              title={part.title}
              error={errors[list.key]}
              items={textsOf(fields[list.key]).map((id) => ({
                id,
                name: itemName(part, id, fields),
                fields: [
                  list.key === 'groups' && <WhoItIs key="who" mps={mpsOf(fields, `groups.${id}`, seats)} />,
                  ...itemFields(part, asksOf(fields)).map((field) => input(field, `${list.key}.${id}.${field.key}`)),
                ],
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

/** What can be ticked or chosen in a field: what it always is, the parties that sit, or the campaign's asks. */
function choicesFor(
  { key, choices }: EditorField,
  leaf: string | string[] | undefined,
  { asks, parties, accent }: { asks: Choices; parties: readonly string[]; accent: string },
): readonly { value: string; label: ReactNode }[] {
  if (key === 'palette') {
    return (choices ?? []).map(({ value, label }) => {
      const of = accentName({ palette: value, accent })
      // One of its own that does not hold is shown as the usual palette, which is another choice.
      const isShown = value !== OWN_ACCENT || ownColour(of) !== null
      return { value, label: isShown ? <Swatch of={of} label={label} /> : label }
    })
  }
  if (key !== 'parties') return choices ?? asks
  // What names no party is shown too, ticked, with its fault: nothing that was typed vanishes.
  const named = textsOf(leaf).filter((party) => !parties.includes(party))
  return [...parties, ...named].map((value) => ({ value, label: partyWords(value) }))
}

type Choices = readonly { value: string; label: string }[]

/** A colour as it is, beside what it is called. */
function Swatch({ of, label }: { of: string; label: string }) {
  return (
    <Accented as="span" palette={of} className="inline-flex items-center gap-3">
      <span
        aria-hidden="true"
        className="inline-block size-6 shrink-0 border border-edge bg-accent forced-color-adjust-none"
      />
      <span className="text-ink">{label}</span>
    </Accented>
  )
}

/** Who is in a group as it stands in the draft: nobody while it names nobody. */
function mpsOf(fields: ContentFields, key: string, seats: readonly Seat[]) {
  const group = {
    parties: textsOf(fields[`${key}.parties`]),
    nations: textsOf(fields[`${key}.nations`]) as WhoIsMeant['nations'],
    regions: textsOf(fields[`${key}.regions`]) as WhoIsMeant['regions'],
    notSeated: fields[`${key}.notSeated`] === 'yes',
    // Those that there are: the fields have them by their names.
    seats: textsOf(fields[`${key}.seats`]).map((name) => seats.find((seat) => seat.name === name)?.code ?? name),
  }
  const names =
    [group.parties, group.nations, group.regions, group.seats].some((each) => each.length > 0) || group.notSeated
  if (!names) return []
  return seatsMeant(group, seats).flatMap(({ code, name: seat, mp }) =>
    mp ? [{ code, name: mp.name, seat, party: mp.party }] : [],
  )
}
