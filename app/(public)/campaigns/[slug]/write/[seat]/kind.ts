import { seatsNear } from '@/app/_server/letter/seats-near'
import type { Kind } from '@/app/_server/routes/kind'
import { contextFor } from '@/lib/mailer/process-context'

export const kind: Kind = {
  byFront: true,
  cached: true,
  ownFor: async (query, { seat = '' }) => (await seatsNear(contextFor({ kind: 'supporter' }), query, seat)) !== null,
  paused: '/campaigns/[slug]/paused',
  visit: 'found',
}
