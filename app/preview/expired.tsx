import { answerWith } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'

/** In place of a preview whose link does not work any more. */
export function Expired() {
  answerWith(410)
  return (
    <PublicPage>
      <PageTitle lead="Ask whoever sent it to you for another.">This link does not work any more</PageTitle>
    </PublicPage>
  )
}
