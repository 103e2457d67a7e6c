import { publicContext } from '@/app/_server/request'
import { PageTitle } from '@/components/ui/page-title'
import { campaignSlugOf, versionContent } from '@/lib/content/find-campaign'
import { shareTextFor } from '@/lib/content/texts-by-fate'
import { PublicPage } from './public-page'
import { Share } from './share'
import { ToCampaign } from './to-campaign'
import { WriteAgain } from './write-again'

type Props = { why: 'taken' | 'full'; letter: { campaignId: string; versionId: string } }

/** Said to the owner of an address alone: a letter was not taken, since others from there stand. */
export async function NotCounted({ why, letter }: Props) {
  const ctx = publicContext()
  const [slug, content] = await Promise.all([
    campaignSlugOf(ctx, letter.campaignId),
    versionContent(ctx, letter.versionId),
  ])
  return (
    <PublicPage letter={letter}>
      <PageTitle
        lead={
          why === 'taken'
            ? 'One person has one letter in a campaign. Yours was confirmed before: it counts once and is not sent twice, so this one is not used.'
            : 'One e-mail address serves a household of two. Use an address of your own to send this letter.'
        }
      >
        {why === 'taken' ? 'Your earlier letter stands' : 'Two letters from this address already stand'}
      </PageTitle>
      {why === 'taken' ? <ToCampaign slug={slug} /> : <WriteAgain slug={slug} />}
      <Share text={shareTextFor(content, null)} slug={slug} />
    </PublicPage>
  )
}
