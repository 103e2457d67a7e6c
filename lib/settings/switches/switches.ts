/** What staff can stop in a hurry, in the order in which they are shown. */
export const switchNames = ['sign-ups', 'live-look-ups', 'sending', 'follow-ups', 'dashboard'] as const
export type SwitchName = (typeof switchNames)[number]

/** The setting that stands for each: a row with `at` while it is off, and none while it is on. */
export const switchSetting: Record<SwitchName, string> = {
  'sign-ups': 'sign_ups_paused',
  'live-look-ups': 'live_look_ups_paused',
  sending: 'sending_paused',
  'follow-ups': 'follow_ups_paused',
  dashboard: 'dashboard_paused',
}
