import type { CampaignState } from '@/lib/campaigns/life/state'

/** What a campaign's state is called, and what it does on the public side. */
export const stateWords: Record<CampaignState, { name: string; does: string }> = {
  draft: { name: 'Draft', does: 'Nobody sees it: its page is not found, and it is in no list.' },
  live: { name: 'Live', does: 'Its page is open, and supporters can write.' },
  paused: {
    name: 'Paused',
    does: 'Its page stays, and says why nobody can write. Letters that were confirmed still go.',
  },
  closed: {
    name: 'Closed',
    does: 'Its page thanks, and shows what came of it. Letters that were confirmed still go.',
  },
  unpublished: {
    name: 'Taken down',
    does: 'It was live; now its page is not found. Letters that were confirmed still go. Publishing brings it back.',
  },
  archived: {
    name: 'Archived',
    does: 'It is put away: nothing of it can be published or opened. Letters that were confirmed still go.',
  },
}
