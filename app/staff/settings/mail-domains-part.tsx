import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/typing/text-area'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

/** The mail domains that are watched, and those that are blocked. */
export function MailDomainsPart({ values, errorOf, saved }: PartState<typeof forms.mailDomains>) {
  return (
    <Part id="mail-domains" heading="Mail domains">
      <form id="mail-domains-form" method="post" action="/staff/settings" className="space-y-6">
        {saved && <Saved>Letters that are written or confirmed from now on are held to these lists.</Saved>}
        <p className="max-w-measure">
          One domain on each line, such as example.org. What lies under it counts as well.
        </p>
        <TextArea
          name="watch"
          label="Watched"
          hint="A letter whose writer has an e-mail address there is held when it is confirmed, until a person of the team has looked at it."
          rows={5}
          spellCheck={false}
          defaultValue={values.watch}
          error={errorOf('watch')}
        />
        <TextArea
          name="block"
          label="Blocked"
          hint="No letter is taken with an e-mail address there: whoever writes is told so at the field, and can give another."
          rows={5}
          spellCheck={false}
          defaultValue={values.block}
          error={errorOf('block')}
        />
        <Button name="do" value="mail-domains">
          Save the domains
        </Button>
      </form>
    </Part>
  )
}
