import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Expired } from '@/app/preview/expired'
import { MpForm } from '@/app/preview/mp-form'
import { previewOf } from '@/app/preview/preview-of'
import { seatOf } from '@/app/preview/seat-of'
import { RichText } from '@/components/campaign/rich-text'
import { Desk } from '@/components/letter/desk'
import { Envelope } from '@/components/letter/envelope'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { PageTitle } from '@/components/ui/page-title'
import { asideOf } from '@/lib/content/content-for-mp'
import { longDate } from '@/lib/kernel/text'
import { besideFor } from '@/lib/writing/draft-as-letter'

export const metadata = { title: 'a letter' }

type Props = {
  params: Promise<{ key: string }>
  searchParams: Promise<Partial<Record<'postcode' | 'mp' | 'seat' | 'turn', string | string[]>>>
}

/** The letter that the draft makes for an MP, with all its asks. */
export default async function PreviewLetter({ params, searchParams }: Props) {
  const preview = await previewOf((await params).key)
  if (preview === 'expired') return <Expired />
  const query = await searchParams
  const ctx = publicContext()
  const seat = await seatOf(query, preview.campaign.content)
  const turn = Math.abs(Math.trunc(Number(query.turn))) || 0
  const beside = seat && besideFor(preview.campaign.content, seat, turn)
  const aside = seat && asideOf(preview.campaign.content, seat)
  return (
    <PublicPage preview={preview}>
      <PageTitle lead="A supporter’s own words stand where each question says. Each gets other wordings than those before.">
        A letter from the draft
      </PageTitle>
      <MpForm mp={typeof query.mp === 'string' ? query.mp : ''} missing={seat === null} />
      {seat && <Envelope mp={seat.mp} constituency={seat.name} held={beside?.kind === 'aside'} />}
      {aside?.why === 'group' && (
        <div className="max-w-measure space-y-3">
          <h2 className="text-h2">{aside.title}</h2>
          <RichText text={aside.paragraphs} />
        </div>
      )}
      {aside?.why === 'nation' && <p>The campaign is not for {seat?.nation}: no letter is written from there.</p>}
      {beside?.kind === 'letter' && (
        <>
          <p>
            {beside.words} words{beside.group ? `, worded for the group “${beside.group}”` : ''}.{' '}
            <a className="link" href={`?${new URLSearchParams({ seat: seat?.code ?? '', turn: String(turn + 1) })}`}>
              Show it in other wordings
            </a>
          </p>
          <Desk>
            <LetterSheet
              label="The letter"
              from={['Sam Example', '1 Example Street', 'Exampletown']}
              to={beside.to}
              date={longDate(ctx.now())}
              salutation={beside.salutation}
              subject={beside.subject || 'No subject yet'}
              body={beside.body}
              signOff={beside.signOff}
            />
          </Desk>
        </>
      )}
    </PublicPage>
  )
}
