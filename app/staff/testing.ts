import type { ReactNode } from 'react'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { htmlOf } from '@/app/(public)/testing'

/** Does something as whoever has this session's token, as at a request of theirs. */
export function asHolderOf<T>(token: string, work: () => T): T {
  const cookies = `${staffCookie().name}=${token}`
  return withExchange(newExchange({ cookies }), work)
}

/** What a page is as HTML, for whoever has this session's token. */
export function htmlFor(token: string, page: () => Promise<ReactNode>): Promise<string> {
  return asHolderOf(token, () => htmlOf(page()))
}
