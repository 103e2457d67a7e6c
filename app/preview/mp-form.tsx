import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'

/** Chooses for which MP a preview is shown. */
export function MpForm({ mp, missing }: { mp: string; missing: boolean }) {
  return (
    <form method="get" className="space-y-4">
      <TextField
        name="mp"
        label="For which MP"
        hint="An MP or a constituency, by name"
        autoComplete="off"
        defaultValue={mp}
        error={missing ? 'No MP and no constituency is found for that' : undefined}
      />
      <Button look="second">Show</Button>
    </form>
  )
}
