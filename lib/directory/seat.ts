/**
 * A sitting MP. `id` is the row in `mps`, `memberId` the id in the UK Parliament Members API; `since` is when the
 * directory first listed them for the seat, `addressGoneAt` since when no e-mail is given where one was.
 */
export type Mp = {
  id: string
  memberId: number
  name: string
  party: string
  email: string | null
  addressGoneAt?: Date | null
  since: Date
}

/** One of the 650. `code` is the GSS code of the Office for National Statistics, as E14001172. */
export type Constituency = { code: string; name: string; nation: string }

/**
 * A constituency and who sits for it; `mp` is null while the seat is vacant or Parliament `dissolved`: then nobody
 * sits for any seat.
 */
export type Seat = Constituency & { mp: Mp | null; dissolved?: true }
