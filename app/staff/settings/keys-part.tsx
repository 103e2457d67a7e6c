import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

type Props = PartState<typeof forms.keys> & {
  copied: { at: Date; by: string | null } | null
  /** Whether the keys lie in the folder of data, or come with the environment. */
  inFolder: boolean
}

/** Where the keys are that personal data is sealed with, and whether a copy of them is kept elsewhere. */
export function KeysPart({ errorOf, saved, copied, inFolder }: Props) {
  return (
    <Part id="keys" heading="A copy of the keys">
      <form id="keys-form" method="post" action="/staff/settings" className="space-y-5">
        {saved && <Saved>The home page asks no more, until there is another key.</Saved>}
        <p className="max-w-measure">
          Names, e-mail addresses and letters are sealed in the database. Without their key nobody can open them: a copy
          of the database alone brings none of them back.{' '}
          {inFolder ? (
            <span>
              The keys are in the file <code>secrets.json</code> of the folder <code>DATA_DIR</code>: copy that file.
            </span>
          ) : (
            <span>
              The keys are in the settings <code>DATA_KEYS</code> and <code>AUTH_SECRET</code>: copy both.
            </span>
          )}{' '}
          Keep the copy where neither this machine nor the copies of the database are.
        </p>
        <p>
          {copied ? (
            <>
              <span>{copied.by ? `${copied.by} said that a copy is kept, ` : 'Said to be kept since '}</span>
              <When at={copied.at} />.
            </>
          ) : (
            'Nobody has said yet that a copy of the present keys is kept.'
          )}
        </p>
        <Checkbox
          name="copied"
          label="A copy of the present keys is kept elsewhere"
          checked={false}
          error={errorOf('copied')}
        />
        <Button name="do" value="keys" look={copied ? 'second' : 'main'}>
          Save with today’s date
        </Button>
      </form>
    </Part>
  )
}
