import { Select } from '@/components/ui/choosing/select'
import { Field } from '@/components/ui/field'
import { ALL } from '@/lib/campaigns/chosen-campaign'

type Campaigns = readonly { slug: string; name: string }[]

type Props = {
  id?: string
  label: string
  /** What all of them are called, where there are few. */
  all?: string
  campaigns: Campaigns
  /** A slug, `all`, or what was typed. */
  value: string
  error: string | undefined
}

/** More than so many are searched by typing, and not scrolled through. */
const LISTED_MOST = 15

/** Whether there are so many campaigns that one of them is typed. */
export function isTyped(campaigns: Campaigns): boolean {
  return campaigns.length > LISTED_MOST
}

/** One campaign, or all of them: from a list while that is short, else by any words of its name. */
export function CampaignPick({ id = 'campaign', label, all = ALL, campaigns, value, error }: Props) {
  if (!isTyped(campaigns)) {
    const options = [{ value: 'all', label: all }, ...campaigns.map(({ slug, name }) => ({ value: slug, label: name }))]
    return <Select id={id} name="campaign" label={label} defaultValue={value} error={error} options={options} />
  }
  const shown = value === 'all' ? ALL : (campaigns.find(({ slug }) => slug === value)?.name ?? value)
  return (
    <Field id={id} label={label} hint={`Type any words of its name, or “${ALL}”.`} error={error}>
      {(tied) => (
        <>
          <input
            {...tied}
            name="campaign"
            type="search"
            list={`${id}-names`}
            autoComplete="off"
            maxLength={200}
            defaultValue={shown}
            className="control min-h-14 w-full max-w-measure"
          />
          <CampaignNames id={`${id}-names`} campaigns={campaigns} />
        </>
      )}
    </Field>
  )
}

/** The names that a browser offers while one is typed. */
export function CampaignNames({ id, campaigns }: { id: string; campaigns: Campaigns }) {
  return (
    <datalist id={id}>
      <option value={ALL} />
      {campaigns.map(({ slug, name }) => (
        <option key={slug} value={name} />
      ))}
    </datalist>
  )
}
