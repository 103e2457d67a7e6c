import { Part } from '@/components/staff/part'
import { RefreshWhile } from '@/components/staff/refresh-while'
import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import type { openActs } from '@/lib/delivery/queue/open-bulk-acts'
import { letterActions } from '@/lib/delivery/queue/what-staff-can-do'
import { counted, grouped } from '@/lib/kernel/text'
import { actionWords } from './words'

type Props = { acts: Awaited<ReturnType<typeof openActs>>; begun: boolean; live: boolean }

/** What is being done to many letters, and how far it has come. */
export function Acts({ acts, begun, live }: Props) {
  if (acts.length === 0) {
    return begun ? <p>It is done: the audit says how many letters it has changed.</p> : null
  }
  return (
    <Part id="acts" heading="Being done">
      {live && <RefreshWhile seconds={5} />}
      <ul className="max-w-[46rem] space-y-6">
        {acts.map(({ id, action, reason, begunAt, total, changed, cancelledAt }, place) => (
          <li key={id} className="space-y-2">
            <p>
              <strong>
                {wordsOf(action)}: {grouped(changed)} of {counted(total, 'letter')}
              </strong>
              {cancelledAt
                ? ', being stopped'
                : changed === 0 && place > 0
                  ? ', waiting for what was begun before'
                  : ''}
              . Begun <When at={begunAt} />: {reason}
            </p>
            <progress
              className="w-full"
              aria-label={`${wordsOf(action)}: how far it is`}
              value={changed}
              max={total || 1}
            />
            {!cancelledAt && (
              <form method="post" action="/staff/letters">
                <input type="hidden" name="act" value={id} />
                <Button look="quiet" name="do" value="stop">
                  Stop it here
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4">
        It goes on by itself, also when this page is closed.{' '}
        <a className="link" href="/staff/letters#acts">
          See how far it is now
        </a>
      </p>
    </Part>
  )
}

function wordsOf(action: string): string {
  const known = letterActions.find((each) => each === action)
  return known ? actionWords[known].label : action
}
