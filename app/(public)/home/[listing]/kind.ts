import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = {
  at: '/',
  given: { listing: 'live' },
  byFront: true,
  cached: true,
  paused: '/paused',
  visit: 'view',
}
