import { Notice } from '@/components/ui/notice'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'

type Props = { done: string | string[] | undefined; number: number; campaign: StaffCampaign }

/** What became of a version that was brought back. */
export function Done({ done, number, campaign: { id, slug, draft, live } }: Props) {
  if (done === 'draft' && draft.number > 1) {
    return (
      <Notice look="done" heading={`The draft is version ${draft.number} now`}>
        <p>
          What you chose comes from version {number}. The draft until then, version {draft.number - 1}, is still in the
          list.{' '}
          <a
            className="link"
            href={`/staff/campaigns/${id}/versions/compare?from=${draft.number - 1}&to=${draft.number}`}
          >
            See what changed
          </a>
        </p>
      </Notice>
    )
  }
  if (done === 'same') return <Notice heading="Nothing was changed">The draft had that text already.</Notice>
  if (done === 'live' && live) {
    return (
      <Notice look="done" heading={`Version ${live.number} is live`}>
        <p>
          Everybody sees it within seconds. The draft, version {draft.number}, was left alone.{' '}
          <a className="link" href={`/campaigns/${slug}`}>
            See its page
          </a>
        </p>
      </Notice>
    )
  }
  return null
}
