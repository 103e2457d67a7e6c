import { madeUp } from '@/app/_server/made-up-writer'
import { AsideStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/aside-stage'
import { ConfirmLetter } from '@/app/(public)/confirm/[token]/confirm-letter'
import { Expired } from '@/app/preview/expired'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { asideOf } from '@/lib/content/content-for-mp'
import { besideFor } from '@/lib/writing/draft-as-letter'

export const metadata = { title: 'confirming' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'mp' | 'seat', string | string[]>>>
}

/** The page that the e-mail's link opens. Its button leads on and confirms nothing. */
export default async function PreviewConfirm({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const seat = await seatOf(await searchParams, preview.campaign.content)
  const aside = seat && asideOf(preview.campaign.content, seat)
  if (seat && aside) return <AsideStage campaign={preview.campaign} seat={seat} aside={aside} preview={preview} />
  const letter = seat && besideFor(preview.campaign.content, seat, 0)
  return (
    <ConfirmLetter
      seat={seat}
      email={madeUp.email}
      subject={letter?.kind === 'letter' ? letter.subject : null}
      confirmed={false}
      form={{ method: 'get', action: `${preview.base}/thanks`, seat: seat?.code }}
      preview={preview}
    />
  )
}
