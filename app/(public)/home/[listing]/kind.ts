import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = {
  at: '/',
  cached: true,
  paused: '/paused',
  visit: 'view',
}
