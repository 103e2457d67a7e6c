import type { StateOf } from '@/app/_server/forms/form-answer'
import { posted } from '@/app/_server/request'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { AddressAndGoal } from '@/app/staff/campaigns/address-and-goal'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { standingOf } from '@/lib/campaigns/life/standing'
import { ownOf } from '@/lib/kernel/own-property'
import { londonTime } from '@/lib/kernel/time/london-time'
import { CampaignHead, titleOf } from './campaign-head'
import { ClosingWords } from './closing-words'
import { settings, words } from './form'
import { foundCampaign } from './found'
import { doneWords } from './life/words'
import { State } from './state'

export const generateMetadata = campaignMetadata('Overview')

type ErrorOf = (field: string) => string | undefined

export default staffPage(
  {
    verb: 'campaigns.see',
    at: '/staff/campaigns',
    title: async ({ ctx }, { id }) => titleOf((await foundCampaign(ctx, id)).draft.content),
  },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const [set, said] = [posted(settings), posted(words)]
    const faults = (set ?? said)?.faults ?? []
    const errorOf: ErrorOf = (field) => faults.find((fault) => fault.field === field)?.message
    const done = ownOf(doneWords, query.done)
    return (
      <>
        <CampaignHead campaign={campaign} at="Overview" />
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={faults} />
          {done && !set && !said && <Notice look="done">{<p>{done}</p>}</Notice>}
          <State campaign={campaign} now={ctx.now()} standing={await standingOf(ctx, campaign.id)} />
          {campaign.state === 'closed' && (
            <ClosingWords campaign={campaign} typed={said?.values.words} error={errorOf('words')} />
          )}
          {campaign.state !== 'archived' && <Settings campaign={campaign} typed={set?.values} errorOf={errorOf} />}
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

type SettingsProps = {
  campaign: StaffCampaign
  typed: StateOf<typeof settings>['values'] | undefined
  errorOf: ErrorOf
}

function Settings({ campaign, typed, errorOf }: SettingsProps) {
  const { id, slug, goal, openedAt, closedAt, firstLiveAt } = campaign
  const values = typed ?? {
    slug,
    goal: String(goal),
    opens: openedAt ? londonTime(openedAt) : '',
    closes: closedAt ? londonTime(closedAt) : '',
  }
  return (
    <Part id="settings" heading="Address, goal and dates">
      <form id="campaign-form" method="post" action={`/staff/campaigns/${id}`} noValidate className="space-y-6">
        <AddressAndGoal values={values} errorOf={errorOf} wasLive={firstLiveAt !== null} />
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
