import { currentExchange } from '@/app/_server/exchange'
import { publicForm } from '@/app/_server/forms/make-form'
import { writtenTypedPostcode } from '@/lib/directory/typed-postcode'
import { chooseAddress, writingAddress } from '@/lib/letters/writing-addresses'

/**
 * "Is this your MP?" Its page is the same for everyone and holds nothing of who asks: its form is posted to the page's
 * own address, whose query carries the postcode and where they came from, with scripts and without.
 */
export const form = publicForm({
  address: ['slug', 'seat'],
  answer: async ({ sent, address: { slug, seat } }) => {
    const { query, source = '' } = currentExchange()
    const carried = { postcode: writtenTypedPostcode(new URLSearchParams(query).get('postcode') ?? ''), source }
    return { redirect: sent.has('not') ? chooseAddress(slug, carried) : writingAddress(slug, seat, 'words', carried) }
  },
})
