/** What a campaign is to the public. */
export type CampaignState = 'draft' | 'live' | 'paused' | 'closed'

type Dates = {
  publishedVersionId: string | null
  openedAt: Date | null
  closedAt: Date | null
  pausedAt: Date | null
}

/**
 * A campaign's state at a moment. Draft: nobody sees it, because nothing is published or it has not opened. Paused:
 * its page stays, and says why nobody can write. Closed: its page thanks, and shows the final figures.
 */
export function stateOf({ publishedVersionId, openedAt, closedAt, pausedAt }: Dates, now: Date): CampaignState {
  if (!publishedVersionId || !openedAt || openedAt > now) return 'draft'
  if (closedAt && closedAt <= now) return 'closed'
  return pausedAt ? 'paused' : 'live'
}
