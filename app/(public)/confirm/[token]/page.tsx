import type { Metadata } from 'next'
import { oncePerRequest } from '@/app/_server/exchange'
import { answerWith, publicContext } from '@/app/_server/request'
import { linkedLetter, linkedTitle } from '@/app/(public)/linked-letter'
import { NotCounted } from '@/app/(public)/not-counted'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { WriteAgain } from '@/app/(public)/write-again'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { campaignSlugOf } from '@/lib/content/find-campaign'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import type { Link } from '@/lib/kernel/secrets/tokens'
import { earlierLetter } from '@/lib/letters/confirming/earlier-letter'
import type { OpenLetter } from '@/lib/letters/find'
import { CONFIRM_LINK_LIFE } from '@/lib/settings/confirm-link-days'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import { ConfirmLetter } from './confirm-letter'

export const dynamic = 'force-dynamic'
type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { token } = await params
  const { why } = await opened(token, `${(await searchParams).done}`)
  return { ...(await linkedTitle(titles[why], 'confirm', token)), referrer: 'same-origin' }
}

/** The page that the e-mail's link opens. Opening it changes nothing, since mail scanners open links too. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { token } = await params
  const ctx = publicContext()
  const { why, letter, asked } = await opened(token, `${(await searchParams).done}`)
  if (!letter) return <NoSuchLink />
  if (why === 'void') return <Replaced slug={await campaignSlugOf(ctx, letter.campaignId)} />
  if (why === 'taken' || why === 'full') return <NotCounted why={why} letter={letter} />
  if (why === 'expired') return <Expired slug={await campaignSlugOf(ctx, letter.campaignId)} />
  return (
    <ConfirmLetter
      letter={letter}
      seat={await findSeat(ctx, letter.constituencyCode)}
      email={letter.person?.email ?? null}
      subject={letter.text?.subject ?? null}
      confirmed={letter.confirmedAt !== null}
      asked={asked !== null && letter.person ? { name: letter.person.name, stands: asked } : null}
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
  confirmed: 'This letter is already confirmed',
  'to-confirm': 'Confirm your letter',
}

type Opened = {
  why: Why
  letter: OpenLetter | null
  /** The name that has signed with the address, where its owner is asked who wrote this letter. */
  asked: string | null
}

/** What the link comes to. `done` is `same` once its owner has said that the letter which stands is theirs. */
const opened = oncePerRequest(async (token: string, done: string): Promise<Opened> => {
  const { link, letter } = await linkedLetter('confirm', token)
  if (!link || !letter) return { why: 'unknown', letter: null, asked: null }
  if (link.expired && letter.state === 'unconfirmed') return { why: 'expired', letter, asked: null }
  if (await isReplaced(publicContext(), link, letter)) return { why: 'void', letter, asked: null }
  if (letter.confirmedAt) return { why: 'confirmed', letter, asked: null }
  const { counts, asked } = await earlierLetter(publicContext(), letter)
  if (asked !== null && done === 'same') return { why: 'taken', letter, asked }
  return { why: counts ?? 'to-confirm', letter, asked }
})

/** Whether another address was given for the letter since the link was mailed. */
async function isReplaced(ctx: Context, { emailHash }: Link, { person }: OpenLetter): Promise<boolean> {
  return Boolean(emailHash && person && (await lookupHash(ctx, canonicalEmail(person.email))) !== emailHash)
}

function Replaced({ slug }: { slug: string }) {
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
      <ToCampaign slug={slug} />
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
      <WriteAgain slug={slug} />
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
