import { counted } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'
import type { Mp } from './seat'

/**
 * For so many days after the directory first listed an MP, an e-mail address that it lacks is waited for: in 2026 two
 * of four winners of by-elections were listed days before their address.
 */
const ADDRESS_DAYS = 7

export const ADDRESS_MS = ADDRESS_DAYS * DAY

/** The same in words, for pages. */
export const ADDRESS_WAIT = counted(ADDRESS_DAYS, 'day')

/** Until when the e-mail address of an MP is waited for, or was, where none is listed. */
export function addressAwaitedUntil({ since }: Pick<Mp, 'since'>): Date {
  return new Date(since.getTime() + ADDRESS_MS)
}
