import { DESK, PHONE } from '@/e2e/fixtures/devices'

/** How each page is looked at; `scale` is how large it stands on a sheet, so that what matters can be read. */
export const LOOKS = [
  { name: 'phone-light', size: PHONE, scheme: 'light', scale: 1 },
  { name: 'phone-dark', size: PHONE, scheme: 'dark', scale: 0.6 },
  { name: 'desk-light', size: DESK, scheme: 'light', scale: 0.4 },
  { name: 'desk-dark', size: DESK, scheme: 'dark', scale: 0.3 },
] as const
export type Look = (typeof LOOKS)[number]
