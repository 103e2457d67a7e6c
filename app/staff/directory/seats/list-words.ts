import { CHANGED_DAYS, type SeatList } from '@/lib/directory/every-seat/find-seats'
import { counted } from '@/lib/kernel/text'

/** What each list of seats is called, and what is said where it is empty. */
export const listWords: Record<SeatList, { name: string; none: string }> = {
  all: { name: 'All', none: 'No seat.' },
  vacant: { name: 'Vacant', none: 'No seat is vacant.' },
  'no-address': { name: 'No address', none: 'Every MP has an e-mail address.' },
  'by-hand': {
    name: 'Set by hand',
    none: 'No address is set by hand. One that is wrong at its source is put right on the page of its seat.',
  },
  changed: {
    name: `Changed in ${counted(CHANGED_DAYS, 'day')}`,
    none: `Nothing changed about any MP in the last ${counted(CHANGED_DAYS, 'day')}.`,
  },
}
