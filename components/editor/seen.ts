import type { Beside } from '@/lib/writing/draft-as-letter-type'

/** Told to the window when the server has looked at what is typed. */
export const SEEN = 'draft-seen'

export type Fault = { field: string; message: string }
/** What the server says of a draft: what keeps it from going live, what would make it better, and its letter. */
export type Seen = { faults: Fault[]; advice: Fault[]; beside: Beside | null }
