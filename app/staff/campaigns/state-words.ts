import type { CampaignState } from '@/lib/campaigns/state'

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
    does: 'Its page thanks, and shows the final figures. Letters that were confirmed still go.',
  },
}
