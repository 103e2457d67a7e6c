import type { FieldFault } from '@/app/_server/forms/fields'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/choosing/select'
import { TextField } from '@/components/ui/typing/text-field'
import { verbWords } from '@/lib/audit/verbs'
import type { AuditChoices } from '@/lib/staff/audit/choices'
import { personWords } from './names'

type Props = { typed: Record<string, string>; faults: FieldFault[]; choices: AuditChoices }

/** Asks for a part of the audit: all that it asks for stands in the address, to be kept or passed on. */
export function FilterForm({ typed, faults, choices: { people, verbs } }: Props) {
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.message
  const areas = [...new Set(verbs.map((verb) => verb.slice(0, verb.indexOf('.') + 1)))]
  return (
    <form id="filter-form" method="get" action="/staff/audit" className="space-y-4">
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select
          name="who"
          label="Who"
          defaultValue={typed.who}
          options={[
            { value: '', label: 'Everyone' },
            ...people.map((person) => ({
              value: person.id,
              label: person.left ? `${personWords(person)} (left)` : personWords(person),
            })),
            { value: 'system', label: 'The installation' },
            { value: 'supporter', label: 'Supporters' },
          ]}
        />
        <Select
          name="what"
          label="What"
          defaultValue={typed.what}
          options={[
            { value: '', label: 'Everything' },
            ...areas.map((area) => ({
              label: areaWords(area),
              options: [
                { value: area, label: `${areaWords(area)}: everything` },
                ...verbs
                  .filter((verb) => verb.startsWith(area))
                  .map((verb) => ({ value: verb, label: verbWords(verb) })),
              ],
            })),
          ]}
        />
        <TextField
          name="from"
          type="date"
          label="From"
          autoComplete="off"
          width="half"
          defaultValue={errorOf('from') ? '' : typed.from}
          error={errorOf('from')}
        />
        <TextField
          name="to"
          type="date"
          label="To"
          autoComplete="off"
          width="half"
          defaultValue={errorOf('to') ? '' : typed.to}
          error={errorOf('to')}
        />
      </div>
      <Button look="second">Show these</Button>
    </form>
  )
}

/** `team.` as "Team". */
export function areaWords(area: string): string {
  const name = area.replace(/\.$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
