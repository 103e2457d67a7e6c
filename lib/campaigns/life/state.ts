/** What a campaign is to the public, or that it is put away. */
export type CampaignState = 'draft' | 'live' | 'paused' | 'closed' | 'unpublished' | 'archived'
export const campaignStates: readonly CampaignState[] = ['draft', 'live', 'paused', 'closed', 'unpublished', 'archived']

type Dates = {
  publishedVersionId: string | null
  openedAt: Date | null
  closedAt: Date | null
  pausedAt: Date | null
  unpublishedAt: Date | null
  archivedAt: Date | null
}

/**
 * A campaign's state at a moment. Draft: nobody sees it, because nothing is published or it has not opened. Paused:
 * its page stays, and says why nobody can write. Closed: its page thanks, and shows what came of it. Unpublished: it was
 * live, and its page is taken down. Archived: put away, its page as it was.
 */
export function stateOf(dates: Dates, now: Date): CampaignState {
  const { publishedVersionId, openedAt, closedAt, pausedAt, unpublishedAt, archivedAt } = dates
  if (archivedAt) return 'archived'
  if (unpublishedAt) return 'unpublished'
  if (!publishedVersionId || !openedAt || openedAt > now) return 'draft'
  if (closedAt && closedAt <= now) return 'closed'
  return pausedAt ? 'paused' : 'live'
}

/** What is done to a campaign as a whole, beside publishing. */
export type LifeAct = 'pause' | 'resume' | 'close' | 'reopen' | 'unpublish' | 'archive' | 'unarchive' | 'delete'

const acts: Record<CampaignState, readonly LifeAct[]> = {
  draft: ['archive', 'delete'],
  live: ['pause', 'close', 'unpublish'],
  paused: ['resume', 'pause', 'close', 'unpublish'],
  closed: ['reopen', 'unpublish', 'archive'],
  unpublished: ['archive', 'delete'],
  archived: ['unarchive'],
}

/** What can be done to a campaign in a state. One is deleted where it has never had a letter alone, which its rows decide. */
export function actsIn(state: CampaignState): readonly LifeAct[] {
  return acts[state]
}
