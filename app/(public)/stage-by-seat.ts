import type { LastStage } from '@/components/letter/stages'
import type { Seat } from '@/lib/directory/lookup'
import type { WhyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { whyNotEmailedNow } from './why-not-emailed-now'

const instead: Record<WhyNotEmailed, LastStage> = {
  vacant: { label: 'Kept' },
  dissolved: { label: 'Kept' },
  'no-address-yet': { label: 'Kept' },
  'no-email': { label: 'Ready to post' },
}

/** What the marker's last step is called before a letter to this seat is confirmed: what will become of it then. */
export function stageBySeat(seat: Seat | null): LastStage {
  const why = seat && whyNotEmailedNow(seat)
  return why ? instead[why] : { label: 'Sent' }
}
