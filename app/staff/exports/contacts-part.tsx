import type { StateOf } from '@/app/_server/forms/form-answer'
import { CampaignPick } from '@/app/staff/_figures/campaign-pick'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { TextField } from '@/components/ui/typing/text-field'
import type { form } from './form'

type Props = { left: StateOf<typeof form> | null; campaigns: readonly { slug: string; name: string }[] }

/** Asks for a file of those who want updates: posted, so that no link begins it. */
export function ContactsPart({ left, campaigns }: Props) {
  const values = left?.values ?? { campaign: 'all', from: '', to: '', encoding: 'bom' }
  const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  return (
    <Part id="contacts" heading="Contacts who get updates">
      <form id="contacts-form" method="post" action="/staff/exports" className="space-y-6">
        <div className="max-w-measure space-y-3">
          <p>
            Name, e-mail, postcode and constituency of everyone who confirmed, asked for updates or did not refuse the
            soft opt-in, and has not left since; with the words that they read, their version, when, and by what right
            they are written to: consent, or the soft opt-in of a charity, whose file is for that charity’s news alone.
            Whoever was erased, complained of mail, or has an address that takes none is left out.
          </p>
          <p>
            The file is people’s own data, and a political opinion of each: keep it encrypted, and erase it when it is
            used. Whoever leaves afterwards is still in it, so take a new one each time. The audit says that you took
            it.
          </p>
        </div>
        <CampaignPick
          id="contacts-campaign"
          label="Campaign"
          value={values.campaign}
          error={errorOf('campaign')}
          campaigns={campaigns}
        />
        <div className="grid gap-x-6 gap-y-4 sm:max-w-[42rem] sm:grid-cols-2">
          <TextField
            name="from"
            type="date"
            label="Confirmed from"
            optional
            autoComplete="off"
            width="half"
            defaultValue={values.from}
            error={errorOf('from')}
          />
          <TextField
            name="to"
            type="date"
            label="Confirmed until"
            optional
            autoComplete="off"
            width="half"
            defaultValue={values.to}
            error={errorOf('to')}
          />
        </div>
        <Choices
          kind="radio"
          name="encoding"
          legend="What the file is for"
          choices={[
            { value: 'bom', label: 'A spreadsheet', hint: 'UTF-8 with a byte order mark, by which Excel knows it.' },
            { value: 'plain', label: 'Another program', hint: 'UTF-8 without one.' },
          ]}
          chosen={values.encoding ? [values.encoding] : []}
          error={errorOf('encoding')}
        />
        <Button>Download the contacts</Button>
      </form>
    </Part>
  )
}
