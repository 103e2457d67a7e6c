import { notFound } from 'next/navigation'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { backAddress } from '@/app/staff/campaigns/[id]/versions/back-address'
import { staffPage } from '@/app/staff/staff-page'
import { Changes } from '@/components/editor/changes'
import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { versionNumber } from '@/lib/campaigns/input'
import { findVersion, type Version } from '@/lib/campaigns/versions'
import { compareContents } from '@/lib/content/changes/compare'

export const generateMetadata = campaignMetadata('Compare versions')

/** Two versions, field by field, the words that went and came marked in place. */
export default staffPage(
  { verb: 'campaigns.see', at: '/staff/campaigns', title: 'Compare versions' },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const [from, to] = await Promise.all(
      [query.from, query.to].map((which) => findVersion(ctx, campaign.id, versionNumber(which))),
    )
    if (!from || !to) notFound()
    const changes = compareContents(from.content, to.content)
    return (
      <>
        <CampaignHead campaign={campaign} at="Versions" />
        <Part id="compared" heading={`From version ${from.number} to version ${to.number}`}>
          <div className="space-y-5">
            <p>
              Version {from.number}: {from.by}, <When at={from.at} />. Version {to.number}: {to.by}, <When at={to.at} />
              .{' '}
              <span className="whitespace-nowrap">
                <del className="bg-fault-wash text-fault">Taken out</del>,{' '}
                <ins className="bg-accent-wash font-bold no-underline">put in</ins>.
              </span>
            </p>
            {changes.length === 0 ? <p>The two have the same text.</p> : <Changes changes={changes} />}
            <ul className="flex flex-wrap gap-x-8">
              {[from, to].map((version) => (
                <BringBack key={version.id} campaign={campaign} version={version} />
              ))}
              <li>
                <a className={WAY} href={`/staff/campaigns/${campaign.id}/versions`}>
                  All versions
                </a>
              </li>
            </ul>
          </div>
        </Part>
      </>
    )
  },
)

const WAY = 'link inline-flex min-h-target items-center font-semibold'

/** The ways to bring a version back; none for what is the draft already. */
function BringBack({ campaign, version: { id, number } }: { campaign: StaffCampaign; version: Version }) {
  if (number === campaign.draft.number) return null
  return (
    <>
      <li>
        <a className={WAY} href={backAddress(campaign.id, number, 'draft')}>
          Bring version {number} back into the draft
        </a>
      </li>
      {id !== campaign.live?.id && (
        <li>
          <a className={WAY} href={backAddress(campaign.id, number, 'live')}>
            Put version {number} live
          </a>
        </li>
      )}
    </>
  )
}
