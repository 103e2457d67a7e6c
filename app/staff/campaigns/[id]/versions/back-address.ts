/** Where it is shown what a version would change, and asked whether it shall. */
export function backAddress(campaignId: string, number: number, as: 'draft' | 'live'): string {
  return `/staff/campaigns/${campaignId}/versions/back?number=${number}&as=${as}`
}
