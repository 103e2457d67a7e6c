import { z } from 'zod'
import { setting } from '@/lib/settings/setting'

/** What staff can stop in a hurry, in the order in which they are shown. */
export const switchNames = ['sign-ups', 'live-look-ups', 'sending', 'follow-ups', 'dashboard'] as const
export type SwitchName = (typeof switchNames)[number]

/** So long may be the words for why something is switched off or on. */
export const MOST_WHY = 300

/** Words and a member of the team: of what was switched off before they were kept, neither is known. */
const kept = z.object({
  at: z.coerce.date(),
  why: z.string().default(''),
  by: z.string().nullable().default(null),
})

/** The setting that stands for each: since when it is off, why and by whom, and nothing while it is on. */
export const switchSettings = {
  'sign-ups': switchSetting('sign_ups_paused'),
  'live-look-ups': switchSetting('live_look_ups_paused'),
  sending: switchSetting('sending_paused'),
  'follow-ups': switchSetting('follow_ups_paused'),
  dashboard: switchSetting('dashboard_paused'),
}

function switchSetting(name: string) {
  return setting(name, kept.nullable().catch(null), null)
}
