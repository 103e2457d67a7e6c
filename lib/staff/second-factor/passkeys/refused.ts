import { log } from '@/lib/kernel/log'

/** Why a passkey is not taken. */
export type PasskeyRefused = 'no-answer' | 'late' | 'untrusted' | 'unknown' | 'copied' | 'known' | 'too-many'

const LONGEST = 300

/** What `check` finds, `null` where it throws, as it does for an answer that is not right: the log says what is wrong with it. */
export async function checked<Found>(check: () => Promise<Found>): Promise<Found | null> {
  try {
    return await check()
  } catch (error) {
    log.warn({ why: error instanceof Error ? error.message.slice(0, LONGEST) : 'no reason' }, 'A passkey was refused')
    return null
  }
}
