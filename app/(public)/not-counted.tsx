import { PageTitle } from '@/components/ui/page-title'
import { PublicPage } from './public-page'

/** Said to the owner of an address alone: a letter was not taken, since others from there stand. */
export function NotCounted({ why }: { why: 'taken' | 'full' }) {
  return (
    <PublicPage>
      <PageTitle
        lead={
          why === 'taken'
            ? 'One person has one letter in a campaign. Yours was confirmed before: it counts once and is not sent twice, so this one is not used.'
            : 'One e-mail address serves a household of two. Use an address of your own to send this letter.'
        }
      >
        {why === 'taken' ? 'Your earlier letter stands' : 'Two letters from this address already stand'}
      </PageTitle>
    </PublicPage>
  )
}
