import { CampaignPage } from '@/app/(public)/campaign-page'
import { Expired } from '@/app/preview/expired'
import { previewOf } from '@/app/preview/preview-of'

export const metadata = { title: 'the page' }

type Props = { params: Promise<{ key: string }> }

/** A campaign's page as the draft makes it. */
export default async function PreviewPage({ params }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  return <CampaignPage campaign={preview.campaign} preview={preview} />
}
