import { emptyDraft } from '@/app/_server/letter/posted-draft'
import { seatsNear } from '@/app/_server/letter/seats-near'
import { madeUp } from '@/app/_server/made-up-writer'
import { posted, publicContext } from '@/app/_server/request'
import { ShownStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/[stage]/shown-stage'
import { WordsStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/[stage]/words-stage'
import { AsideStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/aside-stage'
import { MpStage } from '@/app/(public)/campaigns/[slug]/write/[seat]/mp-stage'
import { NearBoundary } from '@/app/(public)/campaigns/[slug]/write/[seat]/near-boundary'
import { PublicPage } from '@/app/(public)/public-page'
import { Expired } from '@/app/preview/expired'
import { MpForm } from '@/app/preview/mp-form'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { PageTitle } from '@/components/ui/page-title'
import { asideOf } from '@/lib/content/content-for-mp'
import { form } from './form'

export const metadata = { title: 'writing a letter' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'postcode' | 'mp' | 'seat' | 'stage', string | string[]>>>
}

/** The pages on which a letter is written, one after the other, with a made-up supporter. */
export default async function PreviewWriting({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const { campaign } = preview
  const left = posted(form)
  if (left) return <ShownStage ctx={publicContext()} campaign={campaign} left={left} preview={preview} />
  const query = await searchParams
  const seat = query.mp === '' ? null : await seatOf(query, campaign.content)
  if (!seat) {
    return (
      <PublicPage campaign={campaign} preview={preview}>
        <PageTitle>Who is the MP?</PageTitle>
        <MpForm mp={typeof query.mp === 'string' ? query.mp : ''} missing={query.mp !== ''} />
      </PublicPage>
    )
  }
  const aside = asideOf(campaign.content, seat)
  if (aside) return <AsideStage campaign={campaign} seat={seat} aside={aside} preview={preview} />
  const typed = typeof query.postcode === 'string' ? query.postcode : ''
  if (query.stage !== 'words') {
    const near = await seatsNear(publicContext(), `${new URLSearchParams({ postcode: typed })}`, seat.code)
    const addressOf = (code: string, postcode: string) =>
      `${preview.base}/write?${new URLSearchParams({ seat: code, postcode })}`
    return (
      <MpStage
        campaign={campaign}
        seat={seat}
        preview={preview}
        near={near && <NearBoundary near={near} addressOf={addressOf} />}
      />
    )
  }
  const draft = { ...emptyDraft('', seat.code), ...madeUp, ...(typed && { postcode: typed }) }
  return <WordsStage campaign={campaign} seat={seat} draft={draft} faults={[]} preview={preview} />
}
