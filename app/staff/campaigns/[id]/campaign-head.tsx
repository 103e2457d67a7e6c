import { stateWords } from '@/app/staff/campaigns/state-words'
import { When } from '@/components/staff/when'
import { Details } from '@/components/ui/details'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { fieldsOf, textOf } from '@/lib/content/fields/fields'

const tabs = [
  ['', 'Overview'],
  ['/edit/summary', 'Text'],
  ['/preview', 'Preview'],
  ['/publish', 'Publish'],
  ['/versions', 'Versions'],
  ['/spread', 'Spread it'],
] as const
export type Tab = (typeof tabs)[number][1]

type Props = {
  campaign: StaffCampaign
  at: Tab
  /** In one row, all of it folded away on a phone: where one writes, what one writes comes first. */
  dense?: boolean
}

/** Which campaign a page is about, how it stands, and the other pages about it. */
export function CampaignHead({ campaign, at, dense = false }: Props) {
  const title = titleOf(campaign.draft.content)
  if (!dense) {
    return (
      <div className="space-y-3">
        <p>
          <strong>{title}</strong> <span className="text-muted">/campaigns/{campaign.slug}</span>
          <br />
          <Standing campaign={campaign} />
        </p>
        <div className="border-b border-hair">
          <Tabs id={campaign.id} at={at} />
        </div>
      </div>
    )
  }
  return (
    <div className="-mt-5">
      <div className="flex flex-wrap items-center gap-x-8 border-b border-hair max-sm:hidden">
        <Tabs id={campaign.id} at={at} />
        <p className="min-w-0 flex-1 basis-80 truncate lg:text-right" title={title}>
          <strong key={title}>{title}</strong> · <Standing campaign={campaign} />
        </p>
      </div>
      <div className="sm:hidden">
        <Details
          look="plain"
          summary={<span key={title}>{title.length > SHORT ? `${title.slice(0, SHORT).trimEnd()} …` : title}</span>}
        >
          <p>
            <Standing campaign={campaign} />
          </p>
          <Tabs id={campaign.id} at={at} />
        </Details>
      </div>
    </div>
  )
}

/** Characters of a title that a phone has a line for. */
const SHORT = 26

function Standing({ campaign: { state, draft, live } }: Pick<Props, 'campaign'>) {
  return (
    <>
      <strong>{stateWords[state].name}.</strong> <span key={draft.number}>{`Draft: version ${draft.number}`}</span>,
      saved by {draft.by}, <When at={draft.at} />. Live: {live ? `version ${live.number}` : 'nothing'}.
    </>
  )
}

function Tabs({ id, at }: { id: string; at: Tab }) {
  return (
    <nav aria-label="This campaign">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(([path, label]) => (
          <li key={label}>
            <a
              href={`/staff/campaigns/${id}${path}`}
              aria-current={label === at ? 'page' : undefined}
              className="link-plain inline-flex min-h-target items-center border-b-[0.2222rem] border-transparent font-semibold aria-[current]:border-accent aria-[current]:no-underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A draft's title, or words for that it has none. */
export function titleOf(content: unknown): string {
  return textOf(fieldsOf(content).title) || 'A campaign without a title yet'
}
