import { TextField } from '@/components/ui/typing/text-field'

type Props = {
  values: { slug: string; goal: string }
  errorOf: (field: string) => string | undefined
  /** Whether its page has been live: links to it are out then, and lead on where its address changes. */
  wasLive?: boolean
}

/** Where a campaign's page is, and how many supporters it is after: for a new campaign, and for one that there is. */
export function AddressAndGoal({ values, errorOf, wasLive = false }: Props) {
  return (
    <>
      <TextField
        name="slug"
        label="Address of the page"
        hint={
          wasLive
            ? 'Links to it are out. Where you change it, the old address leads to the new one for ever: pages, letters, frames and figures. Somebody who is writing at that moment goes on; a letter begun before and not sent is offered no more in their browser.'
            : 'What comes after /campaigns/, as save-our-library. Small letters, digits and hyphens.'
        }
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={values.slug}
        error={errorOf('slug')}
      />
      <TextField
        name="goal"
        label="First goal"
        hint="How many supporters you are after. The goal shown steps up by itself."
        autoComplete="off"
        inputMode="numeric"
        width="half"
        defaultValue={values.goal}
        error={errorOf('goal')}
      />
    </>
  )
}
