import { emptyDraft } from '@/app/_server/letter/posted-draft'
import { madeUp } from '@/app/_server/made-up-writer'
import { posted, publicContext } from '@/app/_server/request'
import { CheckStage } from '@/app/(public)/campaigns/[slug]/write/check-stage'
import { LetterStage } from '@/app/(public)/campaigns/[slug]/write/letter-stage'
import { StartStage } from '@/app/(public)/campaigns/[slug]/write/start-stage'
import { PublicPage } from '@/app/(public)/public-page'
import { Expired } from '@/app/preview/expired'
import { MpForm } from '@/app/preview/mp-form'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { PageTitle } from '@/components/ui/page-title'
import { findSeat } from '@/lib/directory/lookup'
import { form } from './form'

export const metadata = { title: 'writing a letter' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'postcode' | 'mp', string | string[]>>>
}

/** The pages on which a letter is written, one after the other, with a made-up supporter. */
export default async function PreviewWriting({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const { campaign } = preview
  const ctx = publicContext()
  const left = posted(form)
  if (left) {
    const seat = await findSeat(ctx, left.draft.constituency)
    const shown = { campaign, preview }
    if (seat && left.stage === 'check') return <CheckStage ctx={ctx} seat={seat} posted={left} {...shown} />
    if (seat && left.stage === 'letter') return <LetterStage seat={seat} posted={left} {...shown} />
    if (seat) return <StartStage seat={seat} draft={left.draft} faults={left.faults} terminated={false} {...shown} />
  }
  const query = await searchParams
  const seat = query.mp === '' ? null : await seatOf(query)
  if (!seat) {
    return (
      <PublicPage campaign={campaign} preview={preview}>
        <PageTitle>Who is the MP?</PageTitle>
        <MpForm mp={typeof query.mp === 'string' ? query.mp : ''} missing={query.mp !== ''} />
      </PublicPage>
    )
  }
  const typed = typeof query.postcode === 'string' ? query.postcode : ''
  const draft = { ...emptyDraft('', seat.code), ...madeUp, ...(typed && { postcode: typed }) }
  return <StartStage campaign={campaign} seat={seat} draft={draft} faults={[]} terminated={false} preview={preview} />
}
