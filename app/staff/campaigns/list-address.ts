import type { CampaignFilter } from '@/lib/campaigns/find-listed'

/** The address of the list of campaigns as a filter asks for it; what is usual is left out. */
export function listAddress({ find, state, sort, way, page }: CampaignFilter): string {
  const query = new URLSearchParams({
    ...(find && { find }),
    ...(state && { state }),
    ...(sort !== 'saved' && { sort }),
    ...(way && { way }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `/staff/campaigns?${query}` : '/staff/campaigns'
}
