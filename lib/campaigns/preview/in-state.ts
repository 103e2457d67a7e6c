import type { PreviewedCampaign } from './find-previewed-version'

/** What a campaign can be to the public while somebody looks at a preview of it. */
export const previewStates = ['open', 'paused', 'closed', 'before'] as const
export type PreviewState = (typeof previewStates)[number]

/** A previewed campaign as if it were in a state at this moment. */
export function inState(campaign: PreviewedCampaign, state: PreviewState, now: Date): PreviewedCampaign {
  if (state === 'closed') return { ...campaign, closedAt: now }
  if (state !== 'paused') return campaign
  return { ...campaign, pausedWhy: 'Here stands the reason that is given when it is paused.' }
}
