import { DAY } from '@/lib/kernel/time/durations'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'

const KEY = 'dear-mp:seat'

/** Keeps in this browser, and nowhere else, whose figures a visitor will want to see: the code of a constituency. */
export function rememberSeat(code: string, now = new Date()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ code, on: now.toISOString() }))
  } catch {
    // Storage may be full or blocked: nothing hangs on it.
  }
}

/** The constituency that was looked up in this browser lately; `null` where there is none, or none can be read. */
export function rememberedSeat(now = new Date()): string | null {
  try {
    const { code, on }: { code?: unknown; on?: unknown } = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof code !== 'string' || !/^[EWSN]\d{8}$/.test(code)) return null
    // On a shared computer it does not lie there for ever.
    if (!(now.getTime() - Date.parse(String(on)) <= CONFIRM_LINK_DAYS * DAY)) {
      localStorage.removeItem(KEY)
      return null
    }
    return code
  } catch {
    return null
  }
}
