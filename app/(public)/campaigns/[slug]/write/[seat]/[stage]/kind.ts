import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = { holdsTyped: true, byFront: true, visit: 'step' }
