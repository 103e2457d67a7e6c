import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { previewedEmails } from '@/lib/letters/preview-messages'
import { Expired } from '../../expired'
import { MpForm } from '../../mp-form'
import { PreviewBar } from '../../preview-bar'
import { previewOf } from '../../preview-of'
import { seatOf } from '../../seat-of'

export const metadata = { title: 'the e-mails' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'mp', string | string[]>>>
}

/** Every e-mail that the draft's text goes into, as a mail program shows it. */
export default async function PreviewEmails({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const query = await searchParams
  const seat = await seatOf(query)
  return (
    <PublicPage>
      <PreviewBar {...preview} />
      <PageTitle lead="With a made-up supporter. Their links lead nowhere.">The e-mails of the draft</PageTitle>
      <MpForm mp={typeof query.mp === 'string' ? query.mp : ''} missing={seat === null} />
      {seat &&
        Object.entries(previewedEmails).map(([name, label]) => (
          <section key={name} aria-labelledby={`email-${name}`}>
            <h2 id={`email-${name}`} className="text-h3">
              {label}
            </h2>
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
