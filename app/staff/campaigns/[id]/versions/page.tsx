import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { versionNumber } from '@/lib/campaigns/input'
import { type ListedVersion, listVersions } from '@/lib/campaigns/versions'
import { backAddress } from './back-address'
import { Done } from './done'

export const generateMetadata = campaignMetadata('Versions')

/** Every save with who, when and a note: what it changed, how it looks, and the way to bring it back; two to compare. */
export default staffPage(
  {
    verb: 'campaigns.see',
    at: '/staff/campaigns',
    title: 'Versions',
    lead: 'Every save is a version, and none is ever changed. Saves by one person within an hour stand together.',
  },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const from = versionNumber(query.from) || null
    const { versions, older } = await listVersions(ctx, campaign.id, { from })
    const address = `/staff/campaigns/${campaign.id}/versions`
    return (
      <>
        <CampaignHead campaign={campaign} at="Versions" />
        <Done done={query.done} number={versionNumber(query.number)} campaign={campaign} />
        {campaign.draft.number > 1 && <Compare campaign={campaign} />}
        <div id="versions" tabIndex={-1}>
          <Table
            caption="Versions, newest first"
            captionHidden
            columns={['Version', 'Note', 'Live', 'Bring back'].map((label) => ({ label }))}
            rows={versions.map((version) => ({ key: version.id, cells: cellsOf(version, campaign) }))}
          />
        </div>
        {(older || from) && (
          <nav aria-label="More versions" className="flex flex-wrap gap-x-8">
            {from && (
              <a className="link inline-flex min-h-target items-center" href={address}>
                Newest versions
              </a>
            )}
            {older && (
              <a className="link inline-flex min-h-target items-center" href={`${address}?from=${older}`}>
                Older versions, from {older} downwards
              </a>
            )}
          </nav>
        )}
      </>
    )
  },
)

function cellsOf(version: ListedVersion, campaign: StaffCampaign) {
  const { number, at, by, note, folded, publishedAt, publishedNote } = version
  const { id, draft, live } = campaign
  return [
    <span key="number" className="block min-w-40 wrap-anywhere">
      <ChangedIn campaign={id} number={number} />, <When at={at} />
      <span className="block text-muted">{by}</span>
      {folded.length > 0 && <Earlier campaign={id} folded={folded} />}
    </span>,
    [note, publishedNote].filter((text, place, all) => text !== '' && all.indexOf(text) === place).join('; '),
    <span key="live">
      {version.id === live?.id && <strong>Live now </strong>}
      <When at={publishedAt} />
    </span>,
    <span key="back" className="flex flex-wrap gap-x-5">
      <a className={ACT} href={`/preview/${version.id}`}>
        See its page<span className="sr-only"> version {number}</span>
      </a>
      {number === draft.number ? (
        <span className="inline-flex min-h-target items-center">The draft</span>
      ) : (
        <a className={ACT} href={backAddress(id, number, 'draft')}>
          Into the draft<span className="sr-only"> version {number}</span>
        </a>
      )}
      {version.id !== live?.id && number !== draft.number && (
        <a className={ACT} href={backAddress(id, number, 'live')}>
          Live<span className="sr-only"> version {number}</span>
        </a>
      )}
    </span>,
  ]
}

const ACT = 'link inline-flex min-h-target items-center font-semibold'

function ChangedIn({ campaign, number }: { campaign: string; number: number }) {
  if (number === 1) return <strong>1</strong>
  return (
    <a
      className="link font-semibold"
      href={`/staff/campaigns/${campaign}/versions/compare?from=${number - 1}&to=${number}`}
    >
      {number}
      <span className="sr-only">: what changed in it</span>
    </a>
  )
}

/** Saves that stand together with the one above, each with its own way there. */
function Earlier({ campaign, folded }: { campaign: string; folded: ListedVersion['folded'] }) {
  const first = folded.at(-1)?.number
  return (
    <Details summary={folded.length === 1 ? 'One save before it' : `${folded.length} saves before it`} look="plain">
      <ul>
        {folded.map(({ number, at }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3">
            <span>
              <ChangedIn campaign={campaign} number={number} />, <When at={at} />
            </span>
            <a className={ACT} href={backAddress(campaign, number, 'draft')}>
              Bring back<span className="sr-only"> version {number}</span>
            </a>
          </li>
        ))}
      </ul>
      {first && first > 1 && (
        <a
          className={ACT}
          href={`/staff/campaigns/${campaign}/versions/compare?from=${first - 1}&to=${(folded[0]?.number ?? 0) + 1}`}
        >
          All that these changed
        </a>
      )}
    </Details>
  )
}

function Compare({ campaign: { id, draft, live } }: { campaign: StaffCampaign }) {
  const from = live && live.number !== draft.number ? live.number : draft.number - 1
  return (
    <form
      id="compare-form"
      method="get"
      action={`/staff/campaigns/${id}/versions/compare`}
      className="flex flex-wrap items-end gap-x-6 gap-y-4"
    >
      <TextField
        name="from"
        label="Compare version"
        inputMode="numeric"
        autoComplete="off"
        width="postcode"
        defaultValue={`${from}`}
      />
      <TextField
        name="to"
        label="with version"
        inputMode="numeric"
        autoComplete="off"
        width="postcode"
        defaultValue={`${draft.number}`}
      />
      <Button look="second">Compare</Button>
    </form>
  )
}
