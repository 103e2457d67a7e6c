import { outdate } from '@/lib/settings/cached'
import { onChanged } from '@/lib/settings/public-pages-changed'
import { letPagesGo } from './cached-pages'

/**
 * Has this process make its public pages anew whenever what the public reads has changed, in whichever process that was.
 * Gives what ends it.
 */
export function renewOnChange(): Promise<() => Promise<void>> {
  return onChanged(() => {
    // A page that is asked for at this very moment must not be made of what was known before.
    outdate()
    letPagesGo()
  })
}
