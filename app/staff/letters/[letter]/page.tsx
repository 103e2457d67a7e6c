import { notFound } from 'next/navigation'
import { posted } from '@/app/_server/request'
import { LetterAsSent } from '@/app/(public)/letter-as-sent'
import { ActFields } from '@/app/staff/letters/act-fields'
import { doneWords } from '@/app/staff/letters/words'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { countForAction } from '@/lib/delivery/queue/act-on-letter'
import { filterIn, knowDomain } from '@/lib/delivery/queue/filter'
import { nextLetter } from '@/lib/delivery/queue/find-letters'
import { letterFacts } from '@/lib/delivery/queue/letter-facts'
import { openLetterText } from '@/lib/delivery/queue/open-letter-text'
import { letterActions } from '@/lib/delivery/queue/what-staff-can-do'
import { ownOf } from '@/lib/kernel/own-property'
import { Facts } from './facts'
import { act, open } from './form'
import { Attempts, Events, History } from './history'
import { Marked } from './marked'
import { Walk, WalkField } from './walk'

export const metadata = { title: 'A letter' }

export default staffPage(
  {
    verb: 'letters.see',
    at: '/staff/letters',
    title: 'A letter',
    lead: 'How it came where it is. Its text is opened by a button, and that is audited.',
  },
  async ({ ctx }, query, { letter: id = '' }) => {
    const letter = await letterFacts(ctx, id)
    if (!letter) notFound()
    const left = posted(act)
    const opening = posted(open)
    const opened = opening ? await openLetterText(ctx, id) : null
    const walk = left?.values.walk || opening?.values.walk || query.walk
    const filter = typeof walk === 'string' ? await knowDomain(ctx, filterIn(walk)) : null
    const next = filter && (await nextLetter(ctx, filter, id))
    const counts = await Promise.all(letterActions.map((action) => countForAction(ctx, { id }, action)))
    const actions = letterActions.filter((_action, i) => (counts[i] ?? 0) > 0)
    const done = left || opened ? undefined : ownOf(doneWords, query.done)
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={left?.faults ?? []} />
          {done && <Notice look="done" heading={`This letter is ${done}`} />}
        </div>
        {filter && <Walk filter={filter} next={next} was={left || opened ? undefined : query.was} />}
        <Facts letter={letter} />
        {opened && <OpenedText opened={opened} sentAt={letter.acceptedAt ?? letter.createdAt} />}
        {!opened && letter.hasText && (
          <form id="text" method="post" action={`/staff/letters/${id}`}>
            <WalkField filter={filter} />
            <Button look="second" name="do" value="open" autoFocus={filter !== null}>
              Open the text
            </Button>
          </form>
        )}
        <History rows={letter.history} />
        <Attempts rows={letter.attempts} />
        <Events rows={letter.events} />
        {actions.length > 0 && (
          <Part id="act" heading="Do something">
            <form id="act-form" method="post" action={`/staff/letters/${id}`} className="space-y-6">
              <WalkField filter={filter} />
              <ActFields actions={actions} values={left?.values ?? {}} faults={left?.faults ?? []} />
              <Button name="do" value="act">
                {filter ? 'Do it, and go on to the next' : 'Do it'}
              </Button>
            </form>
          </Part>
        )}
        <p>
          <a className="link" href="/staff/letters">
            All letters
          </a>
        </p>
      </>
    )
  },
)

type Props = { opened: NonNullable<Awaited<ReturnType<typeof openLetterText>>>; sentAt: Date }

/** The letter as its MP gets it. Whoever reads this stands in the audit. */
export function OpenedText({ opened: { letter, mp, constituency, note, marked }, sentAt }: Props) {
  return (
    <Part id="text" heading="The text">
      <p className="mb-4">That you have opened it stands in the audit.</p>
      {marked.length > 0 && <Marked sentences={marked} />}
      <LetterAsSent written={letter} mp={mp} constituency={constituency} date={sentAt} note={note} />
    </Part>
  )
}
