import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { longDate } from '@/lib/kernel/text'
import type { Draft } from './browser-draft'

type Props = {
  draft: Draft
  /** Another MP, to whom the letter of this page goes: what was typed comes into it. */
  comesTo?: string | null
  onCarryOn: () => void
  onStartAfresh: () => void
}

/** Offers a letter that was begun earlier in this browser. */
export function BegunLetter({ draft: { began, place }, comesTo = null, onCarryOn, onStartAfresh }: Props) {
  return (
    <div role="status">
      <Notice heading={`You began a letter${place?.mp ? ` to ${place.mp}` : ''} on ${longDate(new Date(began))}`}>
        <p>It was kept in this browser, and nowhere else.</p>
        {comesTo !== null && <p>{`If you carry on, what you typed comes into this letter, to ${comesTo}.`}</p>}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pt-1">
          <Button type="button" onClick={onCarryOn}>
            Carry on
          </Button>
          <Button type="button" look="quiet" onClick={onStartAfresh}>
            Start afresh
          </Button>
        </div>
      </Notice>
    </div>
  )
}
