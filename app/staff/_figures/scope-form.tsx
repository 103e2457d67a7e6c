import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { Asked } from './asked'

type Props = {
  asked: Asked
  campaigns: readonly { slug: string; name: string }[]
  /** The page that shows the figures. */
  action: string
  button: string
  /** What else stands in that page's address. */
  children?: ReactNode
}

/** Of which campaign and which days the figures are: all of it stands in the address. */
export function ScopeForm({ asked: { campaign, span }, campaigns, action, button, children }: Props) {
  return (
    <form
      id="scope-form"
      method="get"
      action={action}
      className="grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap"
    >
      {children}
      <label className="col-span-2 font-bold">
        Campaign
        <select
          name="campaign"
          defaultValue={campaign?.slug ?? 'all'}
          className="control w-full font-normal sm:max-w-72"
        >
          <option value="all">All campaigns</option>
          {campaigns.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 font-bold">
        From
        <input type="date" name="from" defaultValue={span.from} className={DAY} />
      </label>
      <label className="min-w-0 font-bold">
        To
        <input type="date" name="to" defaultValue={span.to} className={DAY} />
      </label>
      <Button look="second">{button}</Button>
    </form>
  )
}

/** Two stand beside each other on a phone, each with its year. */
const DAY = 'control w-full min-w-0 font-normal max-sm:px-2 max-sm:text-note'
