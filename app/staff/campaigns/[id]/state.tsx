import { stateWords } from '@/app/staff/campaigns/state-words'
import { Part } from '@/components/staff/part'
import { Button, ButtonLink } from '@/components/ui/button'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import type { Standing } from '@/lib/campaigns/life/standing'
import { actsIn, type LifeAct } from '@/lib/campaigns/life/state'
import { counted, timeAndDate } from '@/lib/kernel/text'
import { type AskedAct, actWords, askedActs } from './life/words'

type Props = { campaign: StaffCampaign; now: Date; standing: Standing }

/** How a campaign stands, and what can be done to it as a whole. What takes something away is asked on a page of its own. */
export function State({ campaign, now, standing }: Props) {
  const { id, slug, state, live, openedAt, closedAt, pausedWhy, firstLiveAt } = campaign
  const opensLater = live && openedAt && openedAt > now
  const acts = actsIn(state).filter((act) => act !== 'delete' || !standing.hadLetters)
  const hasPage = state === 'live' || state === 'paused' || state === 'closed'
  return (
    <Part id="state" heading={`State: ${stateWords[state].name.toLowerCase()}`}>
      <div className="space-y-5">
        <p>
          {stateWords[state].does}
          {opensLater && ` It opens at ${timeAndDate(openedAt)}.`}
          {state === 'draft' && !live && ' It goes live when its text is published.'}
          {firstLiveAt && ` It first went live at ${timeAndDate(firstLiveAt)}.`}
          {state === 'closed' && closedAt && ` It closed at ${timeAndDate(closedAt)}.`}
          {standing.waiting > 0 && ` ${counted(standing.waiting, 'confirmed letter waits', 'confirmed letters wait')}.`}
          {hasPage && (
            <>
              {' '}
              <a className="link" href={`/campaigns/${slug}`}>
                See its page
              </a>
            </>
          )}
        </p>
        {state === 'paused' && <p className="border-l-[0.3333rem] border-amber pl-4">“{pausedWhy}”</p>}
        <form id="state-form" method="post" action={`/staff/campaigns/${id}/life`} className="flex flex-wrap gap-3">
          {acts.map((act) =>
            isAsked(act) ? (
              <ButtonLink key={act} look="second" href={`/staff/campaigns/${id}/life?do=${act}`}>
                {act === 'pause' && state === 'paused' ? 'Give another reason' : actWords[act].link}
              </ButtonLink>
            ) : (
              <Button key={act} look="second" name="do" value={act}>
                {actWords[act].button}
              </Button>
            ),
          )}
        </form>
      </div>
    </Part>
  )
}

function isAsked(act: LifeAct): act is AskedAct {
  return askedActs.some((each) => each === act)
}
