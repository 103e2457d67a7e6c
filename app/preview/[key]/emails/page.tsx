import { PublicPage } from '@/app/(public)/public-page'
import { Expired } from '@/app/preview/expired'
import { MpForm } from '@/app/preview/mp-form'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { asideOf } from '@/lib/content/content-for-mp'
import { previewedEmails } from '@/lib/messages/previews/previewed-emails'

export const metadata = { title: 'the e-mails' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'mp' | 'seat', string | string[]>>>
}

/** Every e-mail that the draft's text goes into, as a mail program shows it. */
export default async function PreviewEmails({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const { campaign, until } = preview
  const query = await searchParams
  const seat = await seatOf(query, preview.campaign.content)
  const aside = seat && asideOf(campaign.content, seat)
  return (
    <PublicPage preview={preview}>
      <PageTitle lead="With a made-up supporter. Their links lead nowhere.">The e-mails of the draft</PageTitle>
      <MpForm mp={typeof query.mp === 'string' ? query.mp : ''} missing={seat === null} />
      {aside && (
        <Notice heading={`No letter goes to the MP for ${seat?.name}, and so no e-mail about one`}>
          <p>
            {aside.why === 'nation'
              ? `The campaign is for ${aside.nations.join(', ')} only.`
              : `Their group is set aside: “${aside.title}”`}
          </p>
          <p>
            <a className="link" href={`${preview.base}/emails`}>
              Show them for an MP whom it is for
            </a>
          </p>
        </Notice>
      )}
      {seat &&
        !aside &&
        Object.entries(previewedEmails).map(([name, label]) => (
          <section key={name} aria-labelledby={`email-${name}`}>
            <h2 id={`email-${name}`} className="text-h3">
              {label}
            </h2>
            {until === null && (
              <form method="post" action={`/staff/campaigns/${campaign.id}/preview`}>
                <input type="hidden" name="version" value={campaign.versionId} />
                <input type="hidden" name="seat" value={seat.code} />
                <input type="hidden" name="mp" value={seat.name} />
                <input type="hidden" name="which" value={name} />
                <Button look="quiet" name="do" value="send">
                  Send me this e-mail<span className="sr-only"> {label}</span>
                </Button>
              </form>
            )}
            <iframe
              src={`${preview.base}/emails/${name}?seat=${seat.code}`}
              title={label}
              loading="lazy"
              className="mt-2 h-[36rem] w-full border-2 border-hair bg-white"
            />
          </section>
        ))}
    </PublicPage>
  )
}
