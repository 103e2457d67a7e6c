import { textOf } from '@/app/_server/forms/fields'
import { again } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'
import { allSeats } from '@/lib/directory/lookup'
import { listWord } from '@/lib/figures/dashboard/own-list'
import { readNames, unknownWords } from '@/lib/figures/dashboard/read-names'
import { digestNamed, wantDigest } from '@/lib/figures/digest/who-gets-digest'

/** Sets how often the member who asks gets figures by e-mail. */
export const form = staffForm({
  verb: 'figures.see',
  answer: async ({ ctx, sent }) => {
    await wantDigest(ctx, digestNamed(textOf(sent, 'digest')))
    return { redirect: '/staff/dashboard' }
  },
})

/** Narrows the figures to a pasted list. What of it names nobody is said first, and left out where one then asks for that. */
export const ownListForm = staffForm({
  verb: 'figures.see',
  at: '/staff/dashboard/list',
  answer: async ({ ctx, sent }) => {
    const names = textOf(sent, 'names')
    const seats = await allSeats(ctx)
    const read = readNames(names, seats)
    const faulty = (message: string, matched: number) => ({
      ...again({ names, matched: `${matched}` }, [{ field: 'names', message }]),
      at: dashboardAt(sent, ''),
    })
    if ('fault' in read) return faulty(read.fault, 0)
    const { codes, unknown } = read
    const leavesOut = textOf(sent, 'unknown') === 'leave-out' && codes.length > 0
    if (unknown.length > 0 && !leavesOut) return faulty(unknownWords(unknown, seats), codes.length)
    return { redirect: dashboardAt(sent, listWord(codes)) }
  },
})

/** Longer than the query of any view of the dashboard. */
const MOST_BACK = 2000

/** The dashboard's constituencies, narrowed as they were and to a list; to none where the list is empty. */
function dashboardAt(sent: FormData, list: string): string {
  const query = new URLSearchParams(textOf(sent, 'back').slice(0, MOST_BACK))
  query.set('view', 'places')
  if (list) query.set('list', list)
  else query.delete('list')
  return `/staff/dashboard?${query}`
}
