import { notFound } from 'next/navigation'
import { posted } from '@/app/_server/request'
import { CampaignHead, titleOf } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button, ButtonLink } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/typing/text-area'
import { standingOf } from '@/lib/campaigns/life/standing'
import { currentPeriods } from '@/lib/settings/keeping-periods'
import * as forms from './form'
import { actWords, askedActs, canAsk, whatFollows } from './words'

const others = [forms.close, forms.unpublish, forms.archive, forms.remove, forms.resume, forms.reopen, forms.unarchive]

export const generateMetadata = campaignMetadata('Are you sure?')

/** The question before a campaign is paused, closed, opened again, taken down, archived or deleted, with what follows. */
export default staffPage(
  {
    verb: 'campaigns.set',
    at: '/staff/campaigns',
    title: async ({ ctx }, { id }) => titleOf((await foundCampaign(ctx, id)).draft.content),
  },
  async ({ ctx }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const act = askedActs.find((each) => each === query.do)
    const [standing, periods] = await Promise.all([standingOf(ctx, campaign.id), currentPeriods(ctx)])
    const paused = posted(forms.pause)
    const left = others.map(posted).find((one) => one !== null)
    if (!act && !left) notFound()
    const faults = (paused ?? left)?.faults ?? []
    const overview = `/staff/campaigns/${campaign.id}`
    return (
      <>
        <CampaignHead campaign={campaign} at="Overview" />
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={faults} />
          {act && canAsk(act, campaign, standing) ? (
            <Part
              id="follows"
              heading={act === 'pause' && campaign.state === 'paused' ? 'Another reason?' : actWords[act].question}
            >
              <form method="post" action={`${overview}/life?do=${act}`} noValidate className="space-y-6">
                <ul className="max-w-measure list-[square] space-y-1.5 pl-5">
                  {whatFollows(act, campaign, standing, periods.monthsAfterClose).map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                {act === 'pause' && (
                  <TextArea
                    name="why"
                    label="Why"
                    hint="Everyone reads it in place of the form. At most 300 characters."
                    rows={3}
                    defaultValue={paused?.values.why ?? campaign.pausedWhy ?? ''}
                    error={paused?.faults.find(({ field }) => field === 'why')?.message}
                  />
                )}
                <div className="flex flex-wrap gap-3">
                  <Button name="do" value={act}>
                    {act === 'pause' && campaign.state === 'paused' ? 'Save the reason' : actWords[act].button}
                  </Button>
                  <ButtonLink look="second" href={overview}>
                    Leave it as it is
                  </ButtonLink>
                </div>
              </form>
            </Part>
          ) : (
            <Notice id="follows" heading="That cannot be done now">
              <p>
                {act === 'delete' && standing.hadLetters
                  ? 'Somebody has written in this campaign, so it is never deleted. It can be archived.'
                  : 'Its state does not allow it.'}{' '}
                <a className="link" href={overview}>
                  See how it stands
                </a>
              </p>
            </Notice>
          )}
        </div>
      </>
    )
  },
)
