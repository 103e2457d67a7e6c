import type { SourceKind } from '@/lib/figures/dashboard/sources'
import type { FigureGroup } from '@/lib/figures/export/input'

export type Format = 'csv' | 'json'

type Scope = { campaign: { slug: string } | null; span: { from: string; to: string } }

/** Where the figures of a campaign and a span, as a page shows them, come as a file. */
export function exportAddress(
  { campaign, span }: Scope,
  { by, kind, format }: { by: FigureGroup; kind?: SourceKind; format: Format },
): string {
  const query = { campaign: campaign?.slug ?? 'all', from: span.from, to: span.to, by, ...(kind && { kind }), format }
  return `/staff/exports/figures?${new URLSearchParams(query)}`
}
