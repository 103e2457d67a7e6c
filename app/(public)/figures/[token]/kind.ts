import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = { byFront: true }
