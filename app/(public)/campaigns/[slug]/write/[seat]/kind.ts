import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = { cached: true, paused: '/campaigns/[slug]/paused', visit: 'found' }
