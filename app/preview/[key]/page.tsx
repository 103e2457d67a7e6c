import { CampaignPage } from '@/app/(public)/campaign-page'
import { PublicPage } from '@/app/(public)/public-page'
import { Expired } from '@/app/preview/expired'
import { previewOf } from '@/app/preview/preview-of'
import { PageTitle } from '@/components/ui/page-title'

export const metadata = { title: 'the page' }

type Props = { params: Promise<{ key: string }> }

/** A campaign's page as the draft makes it. */
export default async function PreviewPage({ params }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  if (preview.state === 'before') {
    return (
      <PublicPage preview={preview}>
        <PageTitle lead="Until it is published and has opened, its address says “Page not found”, and it is in no list. Posters and links lead there as well.">
          Before launch there is no page
        </PageTitle>
      </PublicPage>
    )
  }
  return <CampaignPage campaign={preview.campaign} preview={preview} />
}
