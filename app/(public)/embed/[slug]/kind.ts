import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = {
  cached: true,
  framed: true,
  paused: '/embed/[slug]/paused',
  missing: '/embed/[slug]/missing',
  visit: 'view',
}
