import type { CampaignContent } from '@/lib/content/content'
import { plain } from './voices/plain'

/** Everything in the letter but the asks, in the campaign's first voice. */
export const letter: CampaignContent['letter'] = {
  voice: 'Plain',
  subjects: plain.subjects,
  openings: plain.openings,
  followings: plain.followings,
  mentions: plain.mentions,
  requests: plain.requests,
  closes: plain.closes,
}
