import type { Kind } from '@/app/_server/routes/kind'

export const kind: Kind = { framed: true, missing: '/embed/[slug]/missing' }
