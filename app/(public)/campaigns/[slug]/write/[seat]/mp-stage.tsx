import type { ReactNode } from 'react'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { whyNotEmailedNow } from '@/app/(public)/why-not-emailed-now'
import { RememberSeat } from '@/components/figures/remember-seat'
import { MpCard } from '@/components/letter/mp-card'
import { Stages } from '@/components/letter/stages'
import { yesWords } from '@/components/letter/yes-words'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { addressAwaitedUntil, noAddressWords } from '@/lib/directory/address-awaited'
import type { Seat } from '@/lib/directory/lookup'
import { longDate } from '@/lib/kernel/text'

type Props = {
  campaign: LiveCampaign
  seat: Seat
  preview?: Preview
  /** Said between the MP and the way on. */
  near?: ReactNode
  /** The way on, if not that of everyone. */
  form?: ReactNode
}

/** "Is this your MP?" The same for everyone of a constituency whose postcode is near no other, and nothing else on it. */
export function MpStage({ campaign, seat, preview, near, form }: Props) {
  const { mp, name } = seat
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="mp" last={stageBySeat(seat)} />
      {!preview && <RememberSeat code={seat.code} />}
      <PageTitle>{mp ? 'Is this your MP?' : 'Your seat has no MP just now'}</PageTitle>
      <MpCard constituency={name} mp={mp} />
      <Obstacle seat={seat} />
      {near}
      {form ?? <WayOn seat={seat} preview={preview} />}
    </PublicPage>
  )
}

function WayOn({ seat, preview }: Pick<Props, 'seat' | 'preview'>) {
  const { mp } = seat
  if (preview) {
    return (
      <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
        <ButtonLink id="write-on" href={`${preview.base}/write?seat=${seat.code}&stage=words`} arrow>
          {yesWords(mp?.name ?? null)}
        </ButtonLink>
        <a className="link font-semibold" href={`${preview.base}/write?mp=`}>
          Choose another
        </a>
      </div>
    )
  }
  return (
    // Without an action it is posted to the page's own address, with the query that this page does not know.
    <form id="letter-form" method="post" className="flex flex-wrap items-center gap-x-8 gap-y-3">
      <Button arrow>{yesWords(mp?.name ?? null)}</Button>
      <Button look="quiet" name="not" value="yes">
        {mp ? 'No, choose my constituency' : 'Not yours? Choose your constituency'}
      </Button>
    </form>
  )
}

/** What becomes of a letter that cannot go by e-mail now. */
function Obstacle({ seat }: { seat: Seat }) {
  const why = whyNotEmailedNow(seat)
  if (why === 'vacant') {
    return (
      <Notice look="held" heading="You can still sign">
        <p>
          The seat of {seat.name} is vacant at present. Your letter is kept safe and goes to the new MP as soon as there
          is one; we will tell you when.
        </p>
      </Notice>
    )
  }
  if (why === 'dissolved') {
    return (
      <Notice look="held" heading="You can still sign">
        <p>
          Parliament is dissolved, so there are no MPs until the general election. Your letter is held until there is an
          MP for {seat.name}, and goes to whoever is elected; we will tell you when.
        </p>
      </Notice>
    )
  }
  if (why === 'no-address-yet' && seat.mp) {
    return (
      <Notice look="held" heading="You can still sign">
        <p>
          <Unbroken>
            {noAddressWords(seat.mp)} Your letter is kept safe and goes as soon as there is one. If there is none by{' '}
            {longDate(addressAwaitedUntil(seat.mp))}, you get it laid out to print and post; we will tell you either
            way.
          </Unbroken>
        </p>
      </Notice>
    )
  }
  if (why === 'no-email') {
    return (
      <Notice look="held" heading="This letter goes by post">
        <p>
          <Unbroken>
            We have no e-mail address for {seat.mp?.name}. You can still sign and be counted; at the end you get the
            letter laid out to print, to post to the House of Commons, London SW1A 0AA.
          </Unbroken>
        </p>
      </Notice>
    )
  }
  return null
}
