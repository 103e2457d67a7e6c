import { CampaignHead, titleOf } from '@/app/staff/campaigns/[id]/campaign-head'
import { campaignMetadata } from '@/app/staff/campaigns/[id]/campaign-metadata'
import { foundCampaign } from '@/app/staff/campaigns/[id]/found'
import { staffPage } from '@/app/staff/staff-page'
import { CopyText } from '@/components/letter/copy-text'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextField } from '@/components/ui/typing/text-field'
import { embedSnippet, FRAME_HEIGHT } from '@/lib/campaigns/embed-snippet'
import { findCampaign } from '@/lib/content/find-campaign'
import { readSource } from '@/lib/figures/sources/source'
import { namedOperator } from '@/lib/settings/operator'
import { allowed } from '@/lib/staff/roles'
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
    const live = await findCampaign(ctx, campaign.slug)
    if (!live) {
      return (
        <>
          {head}
          <Notice heading="It is not live yet">
            <p>Once its text is published and it has opened, there is a frame for other sites here, and a poster.</p>
          </Notice>
        </>
      )
    }
    const { appUrl } = ctx.env
    const { slug, content } = live
    const site = readSource(new URLSearchParams({ utm_source: String(query.site ?? '') })).utmSource
    const link = `${appUrl}/campaigns/${slug}${site && `?${new URLSearchParams({ utm_source: site })}`}`
    return (
      <>
        {head}
        <div className="max-w-[46rem] space-y-7">
          <Part id="elsewhere" heading="On other sites">
            <div className="space-y-6">
              <form id="spread-form" method="get" className="space-y-4">
                <TextField
                  name="site"
                  label="Whom is it for?"
                  hint="A site, a newsletter, a group: the dashboard counts under this name who came from there. Never a person’s name or address."
                  autoComplete="off"
                  maxLength={100}
                  defaultValue={site}
                  optional
                />
                <Button look="second">Make the link and the snippet</Button>
              </form>
              <CopyText label="Link" text={link} rows={2} />
              <CopyText label="Snippet" text={embedSnippet({ appUrl, slug, title: content.title, site })} rows={6} />
              <p className="max-w-measure">
                The two lines go into the page where the form is to stand. The frame sets no cookie, takes the height
                that it needs, and leads from the postcode to the campaign’s own pages. Where a site lets no script of
                ours in, the first line does by itself, at a fixed height.
              </p>
              <EmbedPreview slug={slug} title={content.title} />
            </div>
          </Part>
          <OnPaper slug={slug} operatorIsNamed={(await namedOperator(ctx)) !== null} />
          <SharedPicture slug={slug} ownPicture={content.share.image !== undefined} />
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
