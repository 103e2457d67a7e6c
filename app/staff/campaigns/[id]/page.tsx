import type { StateOf } from '@/app/_server/forms/form-answer'
import { posted } from '@/app/_server/request'
import { AddressAndGoal } from '@/app/staff/campaigns/address-and-goal'
import { stateWords } from '@/app/staff/campaigns/state-words'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/typing/text-area'
import { TextField } from '@/components/ui/typing/text-field'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { ownOf } from '@/lib/kernel/own-property'
import { timeAndDate } from '@/lib/kernel/text'
import { londonTime } from '@/lib/kernel/time/london-time'
import { CampaignHead } from './campaign-head'
import { pause, settings } from './form'
import { foundCampaign } from './found'

export const metadata = { title: 'Campaign' }

type ErrorOf = (field: string) => string | undefined

const doneWords: Record<string, string> = {
  settings: 'Saved. Its page follows within seconds.',
  pause: 'Paused. Its page says why, within seconds.',
  resume: 'Live again. Supporters can write, within seconds.',
  close: 'Closed. Its page thanks, within seconds.',
  reopen: 'Open again.',
}

export default staffPage(
  { verb: 'campaigns.see', at: '/staff/campaigns', title: 'Campaign' },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const [set, paused] = [posted(settings), posted(pause)]
    const faults = (set ?? paused)?.faults ?? []
    const errorOf: ErrorOf = (field) => faults.find((fault) => fault.field === field)?.message
    const done = ownOf(doneWords, query.done)
    return (
      <>
        <CampaignHead campaign={campaign} at="Overview" />
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={faults} />
          {done && !set && !paused && <Notice look="done">{<p>{done}</p>}</Notice>}
          <State campaign={campaign} now={ctx.now()} typed={paused?.values.why} errorOf={errorOf} />
          <Settings campaign={campaign} typed={set?.values} errorOf={errorOf} />
          <p>
            <a className="link" href={`/staff/campaigns/new?from=${campaign.id}`}>
              Start another campaign from a copy of this one
            </a>
          </p>
        </div>
      </>
    )
  },
)

type StateProps = { campaign: StaffCampaign; now: Date; typed: string | undefined; errorOf: ErrorOf }

function State({ campaign, now, typed, errorOf }: StateProps) {
  const { id, slug, state, live, openedAt, pausedWhy } = campaign
  const opensLater = live && openedAt && openedAt > now
  return (
    <Part id="state" heading={`State: ${stateWords[state].name.toLowerCase()}`}>
      <div className="space-y-5">
        <p>
          {stateWords[state].does}
          {opensLater && ` It opens at ${timeAndDate(openedAt)}.`}
          {state === 'draft' && !live && ' It goes live when its text is published.'}
          {state !== 'draft' && (
            <>
              {' '}
              <a className="link" href={`/campaigns/${slug}`}>
                See its page
              </a>
            </>
          )}
        </p>
        {state === 'paused' && <p className="border-l-[0.3333rem] border-amber pl-4">“{pausedWhy}”</p>}
        <form id="state-form" method="post" action={`/staff/campaigns/${id}`} noValidate className="space-y-5">
          {(state === 'live' || state === 'paused') && (
            <TextArea
              name="why"
              label={state === 'live' ? 'Pause it, because' : 'Another reason'}
              hint="Everyone reads it in place of the form. At most 300 characters."
              rows={3}
              defaultValue={typed ?? pausedWhy ?? ''}
              error={errorOf('why')}
            />
          )}
          <div className="flex flex-wrap gap-3">
            {(state === 'live' || state === 'paused') && (
              <Button look="second" name="do" value="pause">
                {state === 'live' ? 'Pause' : 'Save the reason'}
              </Button>
            )}
            {state === 'paused' && (
              <Button look="second" name="do" value="resume">
                Let it go on
              </Button>
            )}
            {(state === 'live' || state === 'paused') && (
              <Button look="second" name="do" value="close">
                Close it now
              </Button>
            )}
            {state === 'closed' && (
              <Button look="second" name="do" value="reopen">
                Open it again
              </Button>
            )}
          </div>
        </form>
      </div>
    </Part>
  )
}

type SettingsProps = {
  campaign: StaffCampaign
  typed: StateOf<typeof settings>['values'] | undefined
  errorOf: ErrorOf
}

function Settings({ campaign, typed, errorOf }: SettingsProps) {
  const { id, slug, goal, openedAt, closedAt, live } = campaign
  const values = typed ?? {
    slug,
    goal: String(goal),
    opens: openedAt ? londonTime(openedAt) : '',
    closes: closedAt ? londonTime(closedAt) : '',
  }
  return (
    <Part id="settings" heading="Address, goal and dates">
      <form id="campaign-form" method="post" action={`/staff/campaigns/${id}`} noValidate className="space-y-6">
        <AddressAndGoal values={values} errorOf={errorOf} fixed={live !== null} />
        <TextField
          name="opens"
          type="datetime-local"
          label="Opens"
          hint="London time. Left empty, it opens when its text is first published."
          autoComplete="off"
          width="half"
          defaultValue={values.opens}
          error={errorOf('opens')}
          optional
        />
        <TextField
          name="closes"
          type="datetime-local"
          label="Closes"
          hint="London time. Left empty, it stays open until somebody closes it."
          autoComplete="off"
          width="half"
          defaultValue={values.closes}
          error={errorOf('closes')}
          optional
        />
        <Button name="do" value="settings">
          Save
        </Button>
      </form>
    </Part>
  )
}
