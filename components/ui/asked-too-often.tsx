import { Unbroken } from '@/components/ui/unbroken'
import { timeAndDate } from '@/lib/kernel/text'
import { Notice } from './notice'

type Props = { of?: 'links' | 'proofs'; retryAt: Date | null }

const words = {
  links: { often: 'Too many links were asked for, from your connection or for this address.', again: 'ask again' },
  proofs: { often: 'Too many codes and passkeys were tried for this account.', again: 'try again' },
}

/** Says that something was asked for too often, and when it can be again: the limit may be of minutes or of a day. */
export function AskedTooOften({ of = 'links', retryAt }: Props) {
  const { often, again } = words[of]
  return (
    <Notice heading="One moment">
      <p>
        <Unbroken>
          {often} {retryAt ? `You can ${again} after ${timeAndDate(retryAt)}.` : 'Try again later.'}
        </Unbroken>
      </p>
    </Notice>
  )
}
