import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Table } from '@/components/ui/table'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { type ListedVersion, listVersions } from '@/lib/campaigns/versions'
import { ownOf } from '@/lib/kernel/own-property'
import { asDraft, live } from './form'

export const metadata = { title: 'Versions' }

const doneWords: Record<string, string> = {
  draft: 'That version is the draft again. What was the draft is still in the list.',
  live: 'That version is live again, as a new one. Everybody sees it within seconds.',
}

/** Every version with who, when and a note; two to compare, and one to bring back. */
export default staffPage(
  {
    verb: 'campaigns.see',
    at: '/staff/campaigns',
    title: 'Versions',
    lead: 'Every save is a version, and none is ever changed or lost. Saves by one person within an hour are shown as one.',
  },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const versions = await listVersions(ctx, campaign.id)
    const left = posted(asDraft) ?? posted(live)
    const done = left ? undefined : ownOf(doneWords, query.done)
    return (
      <>
        <CampaignHead campaign={campaign} at="Versions" />
        <ErrorSummary heading="That version cannot go live" faults={left?.faults ?? []} />
        {done && <Notice look="done">{<p>{done}</p>}</Notice>}
        <div id="versions" tabIndex={-1}>
          <Table
            caption="Versions, newest first"
            captionHidden
            columns={['Version', 'Note', 'Live', 'Bring back'].map((label) => ({ label }))}
            rows={versions.map((version) => ({ key: version.id, cells: cellsOf(version, campaign) }))}
          />
        </div>
        {versions.length > 1 && <Compare campaign={campaign} versions={versions} />}
      </>
    )
  },
)

function cellsOf(version: ListedVersion, { id, draft, live }: StaffCampaign) {
  const { number, at, by, note, folded, publishedAt, publishedNote } = version
  return [
    <span key="number" className="block min-w-40 wrap-anywhere">
      <a
        className="link font-semibold"
        href={`/staff/campaigns/${id}/versions/compare?from=${Math.max(1, number - folded - 1)}&to=${number}`}
      >
        {number}
        <span className="sr-only">: what changed in it</span>
      </a>
      , <When at={at} />
      <span className="block text-muted">
        {by}
        {folded > 0 && `, and ${folded} before it`}
      </span>
    </span>,
    [note, publishedNote].filter((text, place, all) => text !== '' && all.indexOf(text) === place).join('; '),
    <span key="live">
      {version.id === live?.id && <strong>Live now </strong>}
      <When at={publishedAt} />
    </span>,
    number === draft.number ? (
      'The draft'
    ) : (
      <BringBack key="back" campaign={id} number={number} isLive={version.id === live?.id} />
    ),
  ]
}

function BringBack({ campaign, number, isLive }: { campaign: string; number: number; isLive: boolean }) {
  return (
    <form method="post" action={`/staff/campaigns/${campaign}/versions`} className="flex flex-wrap gap-x-5">
      <input type="hidden" name="number" value={number} />
      <Button look="quiet" name="do" value="restore-draft">
        As the draft<span className="sr-only"> version {number}</span>
      </Button>
      {!isLive && (
        <Button look="quiet" name="do" value="restore-live">
          Live<span className="sr-only"> version {number}</span>
        </Button>
      )}
    </form>
  )
}

function Compare({ campaign, versions }: { campaign: StaffCampaign; versions: ListedVersion[] }) {
  const chosen = { from: campaign.live?.number ?? versions[1]?.number, to: versions[0]?.number }
  return (
    <form
      id="compare-form"
      method="get"
      action={`/staff/campaigns/${campaign.id}/versions/compare`}
      className="flex flex-wrap items-end gap-x-6 gap-y-4"
    >
      {(['from', 'to'] as const).map((name) => (
        <Field key={name} id={name} label={name === 'from' ? 'Compare version' : 'with version'}>
          {(tied) => (
            <select {...tied} name={name} defaultValue={chosen[name]} className="control min-h-14 min-w-32">
              {versions.map(({ number }) => (
                <option key={number} value={number}>
                  {number}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <Button look="second">Compare</Button>
    </form>
  )
}
