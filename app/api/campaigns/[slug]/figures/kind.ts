import type { Kind } from '@/app/_server/routes/kind'

// Pages of other sites read it, and may ask first.
export const kind: Kind = { methods: ['GET', 'HEAD', 'OPTIONS'] }
