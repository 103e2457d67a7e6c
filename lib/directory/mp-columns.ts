import { mps } from '@/db/schema/index'

/** What is read of somebody who sits or sat: an `Mp`. */
export const mpColumns = {
  id: mps.id,
  memberId: mps.memberId,
  name: mps.name,
  party: mps.party,
  email: mps.email,
  addressGoneAt: mps.addressGoneAt,
  since: mps.since,
}
