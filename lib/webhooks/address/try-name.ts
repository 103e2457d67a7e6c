import { isIP, type LookupFunction } from 'node:net'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { type Address, allowedFor } from './address'
import { guardedLookup, RefusedAddress } from './public-address'

const WITHIN_MS = 5000

/**
 * Looks up where a webhook's name leads, to say at once what would only show later. It guards nothing: that is done at
 * each connection. Throws an `ExpectedFailure` with what is wrong.
 */
export async function tryName(address: Address, lookup?: LookupFunction): Promise<void> {
  const { hostname } = address
  if (isIP(hostname)) return
  const guarded = guardedLookup(allowedFor(address), lookup)
  const error = await new Promise<Error | null>((resolve) => {
    const late = setTimeout(() => resolve(new Error('No answer in time.')), WITHIN_MS)
    guarded(hostname, {}, (found) => {
      clearTimeout(late)
      resolve(found)
    })
  })
  if (error instanceof RefusedAddress) {
    throw new ExpectedFailure('This name leads to a private network: nothing is sent there')
  }
  if (error) throw new ExpectedFailure('This name could not be looked up: is it spelt as it should be?')
}
