import { notFound } from 'next/navigation'
import { posted } from '@/app/_server/request'
import { CampaignHead, titleOf } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { CopyText } from '@/components/letter/copy-text'
import { Part } from '@/components/staff/part'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { embedSnippet, FRAME_HEIGHT } from '@/lib/campaigns/embed-snippet'
import { listLinks } from '@/lib/campaigns/spread/links'
import { mayBeSpread } from '@/lib/campaigns/spread/may-be-spread'
import { draftContent } from '@/lib/content/draft-content'
import { findCampaign } from '@/lib/content/find-campaign'
import { namedOperator } from '@/lib/settings/operator'
import { allowed } from '@/lib/staff/roles'
import { make } from './form'
import { Links } from './links'
import { OnPaper } from './on-paper'
import { SharedPicture } from './shared-picture'

export const generateMetadata = campaignMetadata('Spread it')

/** What carries a campaign to other places: a link and a frame for other sites, a code and a poster, the picture of links. */
export default staffPage(
  { verb: 'campaigns.spread', at: '/staff/campaigns', title: 'Spread it' },
  async ({ ctx, member }, query, { id }) => {
    const campaign = await foundCampaign(ctx, id)
    // Whoever sees the figures alone has no other page of the campaign to go to.
    const head = allowed(member.role, 'campaigns.see') ? (
      <CampaignHead campaign={campaign} at="Spread it" />
    ) : (
      <p>
        <strong>{titleOf(campaign.draft.content)}</strong>
      </p>
    )
    if (!mayBeSpread(ctx, campaign)) notFound()
    const live = await findCampaign(ctx, campaign.slug)
    const content = live?.content ?? draftContent(campaign.draft.content)
    const { appUrl } = ctx.env
    const { slug } = campaign
    const title = content.title || 'A campaign without a title'
    const files = live ? `/campaigns/${slug}` : `/staff/campaigns/${campaign.id}/spread`
    const [links, operator] = await Promise.all([listLinks(ctx, campaign.id), namedOperator(ctx)])
    return (
      <>
        {head}
        <div className="max-w-[46rem] space-y-7">
          <ErrorSummary faults={posted(make)?.faults ?? []} />
          {!live && (
            <Notice look="held" heading="It is not live yet">
              <p>
                Links, codes and frames lead nowhere until its text is published and it has opened. You can prepare
                them: they are made from the draft, and hold once it is live at /campaigns/{slug}.
              </p>
            </Notice>
          )}
          <Links campaign={{ id: campaign.id, slug, title }} appUrl={appUrl} links={links} done={query.done} />
          <Part id="elsewhere" heading="A frame on any site">
            <div className="space-y-6">
              <CopyText label="Snippet" text={embedSnippet({ appUrl, slug, title, site: '' })} rows={6} />
              <p className="max-w-measure">
                The two lines go into the page where the form is to stand. The frame sets no cookie, takes the height
                that it needs, and leads from the postcode to the campaign’s own pages. Where a site lets no script of
                ours in, the first line does by itself, at a fixed height. For a snippet that is counted by name, make a
                link above for “A frame on a site”.
              </p>
              {live && <EmbedPreview slug={slug} title={title} />}
            </div>
          </Part>
          <OnPaper files={files} isLive={live !== null} operatorIsNamed={operator !== null} />
          <SharedPicture files={files} ownPicture={content.share.image !== undefined} />
        </div>
      </>
    )
  },
)

/** The embed as another site shows it. What is seen here is not counted. */
export function EmbedPreview({ slug, title }: { slug: string; title: string }) {
  return (
    <figure className="space-y-2">
      <figcaption>
        <strong>As it looks there.</strong> It works: a postcode leads on to the letter.
      </figcaption>
      <iframe
        src={`/embed/${slug}`}
        title={`Preview: ${title}`}
        height={FRAME_HEIGHT}
        loading="lazy"
        className="w-full max-w-measure"
      />
      <script src="/embed.js" async />
    </figure>
  )
}
