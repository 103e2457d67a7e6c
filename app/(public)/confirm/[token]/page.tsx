import type { Metadata } from 'next'
import { answerWith, posted, publicContext } from '@/app/_server/request'
import { linkedLetter, linkedTitle } from '@/app/(public)/linked-letter'
import { NotCounted } from '@/app/(public)/not-counted'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { campaignSlugOf } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import type { Link } from '@/lib/kernel/secrets/tokens'
import { asksWhoWroteIt } from '@/lib/letters/confirming/asks-who-it-is'
import type { OpenLetter } from '@/lib/letters/find'
import { CONFIRM_LINK_LIFE } from '@/lib/settings/confirm-link-days'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { ConfirmLetter } from './confirm-letter'
import { form } from './form'

export const dynamic = 'force-dynamic'
type Props = { params: Promise<{ token: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params
  const { why } = await opened(token)
  return { ...(await linkedTitle(titles[why], 'confirm', token)), referrer: 'same-origin' }
}

/** The page that the e-mail's link opens. Opening it changes nothing, since mail scanners open links too. */
export default async function ConfirmPage({ params }: Props) {
  const { token } = await params
  const ctx = publicContext()
  const { why, letter } = await opened(token)
  if (why === 'taken' || why === 'full') return <NotCounted why={why} />
  if (why === 'void') return <Replaced />
  if (!letter) return <NoSuchLink />
  if (why === 'expired') return <Expired slug={await campaignSlugOf(ctx, letter.campaignId)} />
  const [seat, stands] = await Promise.all([findSeat(ctx, letter.constituencyCode), asksWhoWroteIt(ctx, letter)])
  return (
    <ConfirmLetter
      letter={letter}
      seat={seat}
      email={letter.person?.email ?? null}
      subject={letter.text?.subject ?? null}
      confirmed={letter.confirmedAt !== null}
      asked={stands !== null && letter.person ? { name: letter.person.name, stands } : null}
      form={{ method: 'post', action: `/confirm/${token}` }}
    />
  )
}

type Why = 'taken' | 'full' | 'void' | 'unknown' | 'expired' | 'confirmed' | 'to-confirm'

const titles: Record<Why, string> = {
  taken: 'Your earlier letter stands',
  full: 'Two letters from this address already stand',
  void: 'This link does not work any more',
  unknown: 'This link does not work',
  expired: 'This link has run out',
  confirmed: 'You have already confirmed this letter',
  'to-confirm': 'Confirm your letter',
}

/** What the link comes to, after its button was pressed or as it is opened. */
async function opened(token: string): Promise<{ why: Why; letter: OpenLetter | null }> {
  const done = posted(form)?.done
  if (done === 'taken' || done === 'full' || done === 'void') return { why: done, letter: null }
  const { link, letter } = await linkedLetter('confirm', token)
  if (!link || !letter) return { why: 'unknown', letter: null }
  if (link.expired && letter.state === 'unconfirmed') return { why: 'expired', letter }
  if (await isReplaced(publicContext(), link, letter)) return { why: 'void', letter }
  return { why: letter.confirmedAt ? 'confirmed' : 'to-confirm', letter }
}

/** Whether another address was given for the letter since the link was mailed. */
async function isReplaced(ctx: Context, { emailHash }: Link, { person }: OpenLetter): Promise<boolean> {
  return Boolean(emailHash && person && (await lookupHash(ctx, canonicalEmail(person.email))) !== emailHash)
}

function Replaced() {
  answerWith(410)
  return (
    <PublicPage>
      <PageTitle lead="Another e-mail address was given for this letter since, and a new link was sent there.">
        This link does not work any more
      </PageTitle>
      <p className="max-w-measure">
        <Unbroken>
          If the letter is yours, open the newest e-mail, at the address that you gave last. If it is not, there is
          nothing to do: no letter goes in the name of this address.
        </Unbroken>
      </p>
      <ToCampaign />
    </PublicPage>
  )
}

function Expired({ slug }: { slug: string }) {
  answerWith(410)
  return (
    <PublicPage>
      <PageTitle
        lead={`It worked for ${CONFIRM_LINK_LIFE}, and the letter was not confirmed in time, so it was not sent.`}
      >
        This link has run out
      </PageTitle>
      <p>
        <a className="link font-semibold" href={`/campaigns/${slug}`}>
          Write your letter again
        </a>
      </p>
    </PublicPage>
  )
}

function NoSuchLink() {
  answerWith(404)
  return (
    <PublicPage>
      <PageTitle
        lead={`It may have been cut off in your e-mail program, or it is more than ${CONFIRM_LINK_LIFE} old and everything about it was erased.`}
      >
        This link does not work
      </PageTitle>
      <p className="max-w-measure">
        <Unbroken>
          Try to copy the whole link from the e-mail into the address bar. If that does not help, write your letter
          again.
        </Unbroken>
      </p>
      <ToCampaign />
    </PublicPage>
  )
}
