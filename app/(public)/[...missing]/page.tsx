import { answerWith } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { PageTitle } from '@/components/ui/page-title'

export const dynamic = 'force-dynamic'
export const metadata = { title: 'There is no such page', robots: { index: false } }

/** What every address answers that leads nowhere: those that no page has, and, by the front, those of `notFound`. */
export default function Missing() {
  answerWith(404)
  return (
    <PublicPage>
      <PageTitle lead="The address may have been cut off or mistyped, or what it led to was erased on schedule.">
        There is no such page
      </PageTitle>
      <ToCampaign />
    </PublicPage>
  )
}
