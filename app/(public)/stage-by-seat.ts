import type { LastStage } from '@/components/letter/stages'
import type { Seat } from '@/lib/directory/lookup'
import { type WhyNotEmailed, whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'

const instead: Record<WhyNotEmailed, LastStage> = {
  vacant: { label: 'Kept' },
  dissolved: { label: 'Kept' },
  'no-email': { label: 'Ready to post' },
}

/** What the marker's last step is called before a letter to this seat is confirmed: what will become of it then. */
export function stageBySeat(seat: Seat | null): LastStage {
  const why = seat && whyNotEmailed(seat)
  return why ? instead[why] : { label: 'Sent' }
}
