import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ALL } from '@/lib/campaigns/chosen-campaign'
import type { Asked } from './asked'
import { CampaignNames, isTyped } from './campaign-pick'
import type { Preset } from './presets'

type Props = {
  asked: Asked
  campaigns: readonly { slug: string; name: string }[]
  /** The page that shows the figures. */
  action: string
  button: string
  presets: readonly Preset[]
  /** Where the same is seen for other days, or of another campaign. */
  hrefOf: (change: { from: string; to: string } | { campaign: string }) => string
  /** What else stands in that page's address. */
  children?: ReactNode
}

/** Of which campaign and which days the figures are: all of it stands in the address. */
export function ScopeForm({ asked, campaigns, action, button, presets, hrefOf, children }: Props) {
  const { campaign, span, meant } = asked
  const isPreset = presets.some(({ from, to }) => from === span.from && to === span.to)
  return (
    <div className="space-y-3">
      <form id="scope-form" method="get" action={action} className="space-y-3">
        {children}
        <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
          <div className="min-w-0 grow sm:max-w-[34rem]">
            <label htmlFor="campaign" className="font-bold">
              Campaign
            </label>
            <Pick campaign={campaign} campaigns={campaigns} />
          </div>
          <Button look="second">{button}</Button>
        </div>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <nav
            aria-label="Days"
            className="pt-0.5 pl-0.5 max-sm:grid max-sm:w-full max-sm:grid-cols-2 sm:flex sm:flex-wrap"
          >
            {presets.map(({ words, from, to }) => {
              const isChosen = from === span.from && to === span.to
              return (
                <a
                  key={words}
                  href={hrefOf({ from, to })}
                  aria-current={isChosen ? 'true' : undefined}
                  className={`-mt-0.5 -ml-0.5 inline-flex min-h-target items-center border-2 border-edge px-3 font-semibold ${isChosen ? 'bg-ink text-ground no-underline' : 'link-plain'}`}
                >
                  {words}
                </a>
              )
            })}
          </nav>
          <Details look="plain" summary="Other days" open={!isPreset}>
            <div className="grid gap-x-4 gap-y-3 sm:flex sm:flex-wrap sm:items-end">
              <label className="font-bold">
                From
                <input type="date" name="from" defaultValue={span.from} className="control w-full font-normal" />
              </label>
              <label className="font-bold">
                To
                <input type="date" name="to" defaultValue={span.to} className="control w-full font-normal" />
              </label>
              <Button look="second">{button}</Button>
            </div>
          </Details>
        </div>
      </form>
      {meant.length > 0 && (
        <ul className="space-y-1">
          {meant.map(({ slug, name }) => (
            <li key={slug}>
              <a className="link" href={hrefOf({ campaign: slug })}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Pick({ campaign, campaigns }: { campaign: Asked['campaign']; campaigns: Props['campaigns'] }) {
  if (!isTyped(campaigns)) {
    return (
      <select
        id="campaign"
        name="campaign"
        defaultValue={campaign?.slug ?? 'all'}
        className="control w-full font-normal"
      >
        <option value="all">{ALL}</option>
        {campaigns.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    )
  }
  return (
    <>
      <input
        id="campaign"
        name="campaign"
        type="search"
        list="campaign-names"
        autoComplete="off"
        maxLength={200}
        defaultValue={campaign?.name ?? ALL}
        aria-describedby="campaign-hint"
        className="control w-full font-normal"
      />
      <span id="campaign-hint" className="block font-normal text-muted">
        Type any words of its name.
      </span>
      <CampaignNames id="campaign-names" campaigns={campaigns} />
    </>
  )
}
