import { stateWords } from '@/app/staff/campaigns/state-words'
import { When } from '@/components/staff/when'
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

/** Which campaign a page is about, how it stands, and the other pages about it. */
export function CampaignHead({ campaign, at }: { campaign: StaffCampaign; at: Tab }) {
  const { id, slug, state, draft, live } = campaign
  return (
    <div className="space-y-3">
      <p>
        <strong>{titleOf(draft.content)}</strong> <span className="text-muted">/campaigns/{slug}</span>
        <br />
        <strong>{stateWords[state].name}.</strong> Draft: version {draft.number}, saved by {draft.by},{' '}
        <When at={draft.at} />. Live: {live ? `version ${live.number}` : 'nothing'}.
      </p>
      <nav aria-label="This campaign">
        <ul className="flex flex-wrap gap-x-6 border-b border-hair">
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
    </div>
  )
}

/** A draft's title, or words for that it has none. */
export function titleOf(content: unknown): string {
  return textOf(fieldsOf(content).title) || 'A campaign without a title yet'
}
