import { ToCampaign } from '@/app/(public)/to-campaign'
import { PageTitle } from '@/components/ui/page-title'
import { PublicPage } from './public-page'

export default function NotFound() {
  return (
    <PublicPage>
      <PageTitle lead="The address may have been cut off or mistyped, or what it led to was erased on schedule.">
        There is no such page
      </PageTitle>
      <ToCampaign />
    </PublicPage>
  )
}
