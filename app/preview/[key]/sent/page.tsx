import { madeUp } from '@/app/_server/made-up-writer'
import { CheckYourEmail } from '@/app/(public)/campaigns/[slug]/sent/[token]/check-your-email'
import { ConfirmCode } from '@/app/(public)/campaigns/[slug]/sent/[token]/confirm-code'
import { AsideStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/aside-stage'
import { Expired } from '@/app/preview/expired'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { asideOf } from '@/lib/content/content-for-mp'

export const metadata = { title: 'check your e-mail' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'mp' | 'seat', string | string[]>>>
}

/** What follows once a letter is submitted. Its button leads to the e-mails, since none is sent. */
export default async function PreviewSent({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const seat = await seatOf(await searchParams, preview.campaign.content)
  const aside = seat && asideOf(preview.campaign.content, seat)
  if (seat && aside) return <AsideStage campaign={preview.campaign} seat={seat} aside={aside} preview={preview} />
  const resend = { method: 'get' as const, action: `${preview.base}/emails` }
  return (
    <CheckYourEmail
      seat={seat}
      email={madeUp.email}
      said={null}
      code={<ConfirmCode form={{ method: 'get', action: `${preview.base}/confirm` }} seat={seat?.code} />}
      resend={resend}
      preview={preview}
    >
      <p>
        <a className="link font-semibold" href={`${preview.base}/confirm${seat ? `?seat=${seat.code}` : ''}`}>
          Go on as if the e-mail’s link were opened
        </a>
      </p>
    </CheckYourEmail>
  )
}
