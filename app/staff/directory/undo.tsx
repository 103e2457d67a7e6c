import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import type { KeptUndo } from '@/lib/directory/undo/kept-undos'

const words: Record<KeptUndo['kind'], string> = {
  postcodes: 'Go back to the postcodes before',
  splits: 'Go back to the split postcodes before',
  members: 'Go back to the MPs before',
}

const again: Record<KeptUndo['kind'], string> = {
  postcodes: 'Bring that change of postcodes back',
  splits: 'Bring that change of split postcodes back',
  members: 'Bring that change of MPs back',
}

/** The last change of a part of the directory, with the way back. */
export function Undo({ kept: { kind, at, what, undone } }: { kept: KeptUndo }) {
  return (
    <form id={`undo-${kind}-form`} method="post" action="/staff/directory" className="mt-5 space-y-3">
      <p className="max-w-measure">
        {undone ? 'Undone' : 'Last change'}, at <When at={at} />: {what}.
      </p>
      <Button look="second" name="undo" value={kind}>
        {undone ? again[kind] : words[kind]}
      </Button>
    </form>
  )
}
