import { posted } from '@/app/_server/request'
import { CampaignHead } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button, ButtonLink } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { givenPreviewLinks, PREVIEW_DAYS } from '@/lib/campaigns/preview/preview-link'
import { previewedEmails } from '@/lib/messages/previews/previewed-emails'
import { link, send } from './form'
import { GivenLinks } from './given-links'

export const generateMetadata = campaignMetadata('Preview')

const more = [
  ['write', 'Writing a letter'],
  ['letter', 'A letter'],
  ['sent', 'Check your e-mail'],
  ['confirm', 'Confirming'],
  ['thanks', 'The thank-you'],
  ['emails', 'The e-mails'],
] as const

/** The ways to see the draft before it is live: its real pages, its e-mails, and a link for others. */
export default staffPage(
  {
    verb: 'campaigns.see',
    at: '/staff/campaigns',
    title: 'Preview',
    lead: 'The real pages and e-mails, made from the draft. Nothing that you do there is counted, and nothing is sent to an MP.',
  },
  async ({ ctx, member }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    const [made, sent] = [posted(link), posted(send)]
    const given = await givenPreviewLinks(ctx, campaign.id)
    const errorOf = (field: string) => sent?.faults.find((fault) => fault.field === field)?.message
    const base = `/preview/${campaign.draft.id}`
    const action = `/staff/campaigns/${campaign.id}/preview`
    return (
      <>
        <CampaignHead campaign={campaign} at="Preview" />
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={sent?.faults ?? []} />
          {sent?.done === 'sent' && (
            <Notice look="done" heading="On its way">
              <p className="break-words">It is sent to {member.email} and to nobody else.</p>
            </Notice>
          )}
          <Part id="pages" heading="Pages and e-mails">
            <p className="flex flex-wrap gap-3">
              <ButtonLink href={base}>The campaign’s page</ButtonLink>
              {more.map(([page, label]) => (
                <ButtonLink key={page} look="second" href={`${base}/${page}`}>
                  {label}
                </ButtonLink>
              ))}
            </p>
          </Part>
          <Part id="link" heading="A link for somebody who is not on the team">
            <form id="preview-link-form" method="post" action={action} className="space-y-4">
              <p>
                Whoever has it sees version {campaign.draft.number} for {PREVIEW_DAYS} days, and nothing else. Search
                engines are kept away.
              </p>
              {made && (
                <p className="border-2 border-accent bg-accent-wash px-4 py-3">
                  <a className="link font-semibold break-all" href={made.done.link}>
                    {made.done.link}
                  </a>
                </p>
              )}
              <Button look="second" name="do" value="link">
                Make a link
              </Button>
            </form>
            <GivenLinks action={action} given={given} ended={query.done === 'ended' && !made && !sent} />
          </Part>
          <Part id="send" heading="Send it to myself">
            <form id="send-preview-form" method="post" action={action} noValidate className="space-y-6">
              <p className="break-words">To {member.email}, and nowhere else.</p>
              <TextField
                name="mp"
                label="For which MP"
                hint="An MP or a constituency, by name. Left empty, one whom the campaign is for."
                autoComplete="off"
                defaultValue={sent?.values.mp ?? ''}
                error={errorOf('mp')}
                optional
              />
              <Choices
                kind="radio"
                name="which"
                legend="What"
                choices={Object.entries(previewedEmails).map(([value, label]) => ({ value, label }))}
                chosen={[sent?.values.which ?? 'letter']}
                error={errorOf('which')}
              />
              <Button name="do" value="send">
                Send me this
              </Button>
            </form>
          </Part>
        </div>
      </>
    )
  },
)
