import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = {
  byFront: true,
  cached: true,
  framed: true,
  paused: '/embed/[slug]/paused',
  missing: '/embed/[slug]/missing',
  visit: 'view',
}
