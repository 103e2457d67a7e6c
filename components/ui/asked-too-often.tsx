import { Unbroken } from '@/components/ui/unbroken'
import { timeAndDate } from '@/lib/kernel/text'
import { Notice } from './notice'

/** Says that too many links were asked for, and when one can be asked for again: the limit may be of minutes or of a day. */
export function AskedTooOften({ retryAt }: { retryAt: Date | null }) {
  return (
    <Notice heading="One moment">
      <p>
        <Unbroken>
          Too many links were asked for, from your connection or for this address.{' '}
          {retryAt ? `You can ask again after ${timeAndDate(retryAt)}.` : 'Try again later.'}
        </Unbroken>
      </p>
    </Notice>
  )
}
