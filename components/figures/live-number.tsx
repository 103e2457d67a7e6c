'use client'

import { ChangingText } from '@/components/ui/changing-text'
import { grouped } from '@/lib/kernel/text'
import type { Totals } from './live-feed'
import { useLiveFigures } from './live-figures'

type Props = { slug: string; figures: Totals; of: 'supporters' | 'letters' | 'constituencies' }

/** One of a campaign's sums, which moves on by itself where scripts run. */
export function LiveNumber({ slug, figures, of }: Props) {
  return <ChangingText>{grouped(useLiveFigures(slug, figures)[of])}</ChangingText>
}
