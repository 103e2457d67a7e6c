import { counted } from '@/lib/kernel/text'
import { DAY } from '@/lib/kernel/time/durations'
import type { Mp } from './seat'

/**
 * For so many days after the directory first listed an MP, or was no longer given their e-mail address, one that it
 * lacks is waited for: in 2026 two of four winners of by-elections were listed days before their address.
 */
const ADDRESS_DAYS = 7

export const ADDRESS_MS = ADDRESS_DAYS * DAY

/** The same in words, for pages. */
export const ADDRESS_WAIT = counted(ADDRESS_DAYS, 'day')

/** Until when the e-mail address of an MP is waited for, or was, where none is listed. */
export function addressAwaitedUntil({ since, addressGoneAt }: Pick<Mp, 'since' | 'addressGoneAt'>): Date {
  return new Date(Math.max(since.getTime(), addressGoneAt?.getTime() ?? 0) + ADDRESS_MS)
}

/** Why there is no e-mail address, for a page that waits for one; `seat`: of which it is to say that they are the MP. */
export function noAddressWords({ name, addressGoneAt }: Pick<Mp, 'name' | 'addressGoneAt'>, seat?: string): string {
  if (addressGoneAt) return `The e-mail address of ${name} is not listed at present.`
  return `${name} has only just been listed as the MP${seat ? ` for ${seat}` : ''}, and no e-mail address is listed yet.`
}
