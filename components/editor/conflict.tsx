import { Choices } from '@/components/ui/choosing/choices'
import { Notice } from '@/components/ui/notice'
import type { FieldChange } from '@/lib/content/changes/compare'
import { Changes } from './changes'

type Props = {
  /** Who saved in between. */
  by: string
  /** What they changed. */
  theirs: readonly FieldChange[]
  /** What both changed, to choose: by unit, with its name and both texts. */
  units: readonly { unit: string; name: string; mine: string; theirs: string }[]
}

/** Two editors changed the same: what the first did, field by field, and a choice for each that both did. */
export function Conflict({ by, theirs, units }: Props) {
  return (
    <Notice look="held" heading={`${by} has saved changes since you opened this page`}>
      <p>Nothing of yours is lost: it is in the form below, and not saved yet. What they changed:</p>
      <Changes changes={theirs} />
      {units.length > 0 && (
        <p className="pt-2">You both changed the following. Choose whose text is kept, then save.</p>
      )}
      <div className="space-y-6">
        {units.map(({ unit, name, mine, theirs: other }) => (
          <Choices
            key={unit}
            kind="radio"
            name={`choose.${unit}`}
            legend={name}
            choices={[
              { value: 'mine', label: 'Keep mine', hint: shown(mine) },
              { value: 'theirs', label: `Take ${by}’s`, hint: shown(other) },
            ]}
          />
        ))}
      </div>
    </Notice>
  )
}

function shown(text: string) {
  return <span className="font-serif whitespace-pre-line">{text || 'Nothing: it is taken out.'}</span>
}
