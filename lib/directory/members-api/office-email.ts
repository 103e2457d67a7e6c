import { z } from 'zod'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { type MembersApi, requestMembersApi } from './request'

const detail = z.object({
  type: z.string().nullish(),
  typeId: z.int().nullish(),
  isWebAddress: z.boolean().nullish(),
  email: z.string().nullish(),
})
type Detail = z.infer<typeof detail>

// The parts that are read of GET /api/Members/{id}/Contact (members-api.parliament.uk).
const contact = z.object({ value: z.array(detail) })

/** In the order in which an office is written to. The API's ids for them, and how it begins their names. */
const offices = [
  { typeId: 1, begins: /^parliament/i },
  { typeId: 4, begins: /^constituency/i },
]

/**
 * Asks for a member's contact details, and gives the e-mail of the parliamentary office, else of the constituency
 * office, as it stands there, on whichever domain. `null` when neither gives one: it is never made up, and a web
 * form is not one. Throws as {@link requestMembersApi} does.
 */
export async function officeEmail(api: MembersApi, memberId: number): Promise<string | null> {
  const answer = await requestMembersApi(api, `/api/Members/${memberId}/Contact`, contact)
  return emailAmong(answer?.value ?? [])
}

/** The e-mail to use among a member's contact details. */
export function emailAmong(details: readonly Detail[]): string | null {
  for (const { typeId, begins } of offices) {
    for (const each of details) {
      if (each.isWebAddress || !(each.typeId === typeId || begins.test(each.type ?? ''))) continue
      const email = emailIn(each.email ?? '')
      if (isEmail(email)) return email
    }
  }
  return null
}
