import { SourceFields } from '@/components/figures/source-fields'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'

type Props = { slug: string; postcode: string; source: string; typed?: string }

/** Searches the constituencies on the server, for browsers without scripts: with them the list itself searches. */
export function ConstituencyFinder({ slug, postcode, source, typed = '' }: Props) {
  return (
    <noscript>
      {/* Its own margin: noscript is inline, so that no distance between blocks holds for it. */}
      <form id="find-form" method="get" action={`/campaigns/${slug}/choose`} className="mb-10 space-y-5">
        {postcode && <input type="hidden" name="postcode" value={postcode} />}
        <SourceFields source={source} />
        <TextField
          name="find"
          label="Search for it"
          hint="By its name, your MP’s name or your town."
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          defaultValue={typed}
        />
        <Button look="second">Search</Button>
      </form>
    </noscript>
  )
}
