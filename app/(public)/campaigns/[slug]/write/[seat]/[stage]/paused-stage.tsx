import { PublicPage } from '@/app/(public)/public-page'
import { SignUpsPaused } from '@/app/(public)/sign-ups-paused'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'

/** In place of the pages on which a letter is begun, while none are taken. */
export function PausedStage({ campaign }: { campaign: LiveCampaign }) {
  return (
    <PublicPage campaign={campaign}>
      <PageTitle>Write to your MP</PageTitle>
      <SignUpsPaused />
    </PublicPage>
  )
}
