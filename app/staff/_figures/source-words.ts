import type { SourceKind } from '@/lib/figures/dashboard/sources'

/** What sources are told apart by, in words. */
export const sourceWords: Record<SourceKind, string> = {
  source: 'utm_source',
  medium: 'utm_medium',
  campaign: 'utm_campaign',
  content: 'utm_content',
  referrer: 'Page that led here',
  share: 'Supporter’s own link',
}
