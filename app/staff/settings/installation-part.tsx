import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

/** How the installation calls itself. */
export function InstallationPart({ values, errorOf, saved }: PartState<typeof forms.installation>) {
  return (
    <Part id="installation" heading="Names">
      <form id="installation-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && (
          <Saved>Pages show the name from now on, kept ones within ten seconds; so does the next e-mail.</Saved>
        )}
        <TextField
          name="site"
          label="Name of this installation"
          hint="On top of every page and in its title. Left empty, it is the program’s own."
          autoComplete="off"
          optional
          defaultValue={values.site}
          error={errorOf('site')}
        />
        <TextField
          name="sender"
          label="Name of the sender"
          hint="In From of the e-mails to supporters and to the team. Left empty: the organisation below. Letters to MPs always carry their writer’s name."
          autoComplete="off"
          optional
          defaultValue={values.sender}
          error={errorOf('sender')}
        />
        <Button name="do" value="installation">
          Save the names
        </Button>
      </form>
    </Part>
  )
}
