import { z } from 'zod'
import { setting } from './setting'

const parts = { complaintsEmail: '', complaintsPage: '', processors: '', transfers: '', basis: '', more: '' }
const text = z.string().catch('')
const privacyNotice = z.object({
  complaintsEmail: text,
  complaintsPage: text,
  processors: text,
  transfers: text,
  basis: text,
  more: text,
})
/** What the operator says on `/privacy` beside what the product says there, and where people complain. Empty parts are not set. */
export type PrivacyNotice = z.infer<typeof privacyNotice>

/** The operator's own part of the privacy notice. */
export const privacyNoticeSetting = setting('privacyNotice', privacyNotice.catch(parts), parts)

/** Where somebody complains about how their data are handled: what is set for it, else the operator's e-mail. */
export function complaintsContact(
  { complaintsEmail, complaintsPage }: PrivacyNotice,
  operatorEmail: string,
): { email: string; page: string } {
  if (complaintsEmail || complaintsPage) return { email: complaintsEmail, page: complaintsPage }
  return { email: operatorEmail, page: '' }
}
