import { TextField } from '@/components/ui/typing/text-field'

type Props = {
  values: { slug: string; goal: string }
  errorOf: (field: string) => string | undefined
  /** Whether its page has been live: links to it are out then, and its address stays. */
  fixed?: boolean
}

/** Where a campaign's page is, and how many supporters it is after: for a new campaign, and for one that there is. */
export function AddressAndGoal({ values, errorOf, fixed = false }: Props) {
  return (
    <>
      <TextField
        name="slug"
        label="Address of the page"
        hint={
          fixed
            ? 'It has been live, and links to it are out: it stays as it is.'
            : 'What comes after /campaigns/, as save-our-library. Small letters, digits and hyphens. It can be changed until the campaign first goes live.'
        }
        readOnly={fixed}
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
