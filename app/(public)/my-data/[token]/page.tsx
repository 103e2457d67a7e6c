import type { Metadata } from 'next'
import { answerWith, publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ToCampaign } from '@/app/(public)/to-campaign'
import { Button, ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { SummaryList } from '@/components/ui/summary-list'
import type { Context } from '@/lib/kernel/context'
import { lastingLink, readLink } from '@/lib/kernel/secrets/tokens'
import { longDate } from '@/lib/kernel/text'
import { heldByHash } from '@/lib/privacy/export'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your data', robots: { index: false } }

/** Everything that is held about the owner of the link, with a button that erases it. */
export default async function OwnDataPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const ctx = publicContext()
  const link = await readLink(ctx, 'my-data', token)
  if (!link?.emailHash || link.expired) return <RunOut gone={link !== null} />
  const held = await heldByHash(ctx, link.emailHash)
  const letterLinks = await Promise.all(held.map((each) => linkToLetter(ctx, each)))
  return (
    <PublicPage>
      <PageTitle lead="Everything that we hold about you.">Your data</PageTitle>
      {held.map(({ entry, campaignName }, at) => (
        <SummaryList
          key={`${entry.signedUpAt.toISOString()} ${entry.letter.chasesTheFirst}`}
          rows={[
            { term: 'Campaign', value: campaignName },
            { term: 'Name', value: entry.name ?? 'erased' },
            { term: 'E-mail', value: entry.email ?? 'erased' },
            { term: 'Postcode', value: `${entry.postcode ?? 'erased'}, ${entry.constituency}` },
            { term: 'Signed', value: longDate(entry.signedUpAt) },
            { term: 'Confirmed', value: entry.confirmedAt ? longDate(entry.confirmedAt) : 'not yet' },
            { term: 'Updates', value: updatesOf(entry) },
            {
              term: entry.letter.chasesTheFirst ? 'Second letter' : 'Letter',
              value: <Letter subject={entry.letter.text?.subject} href={letterLinks[at] ?? null} />,
            },
          ]}
        />
      ))}
      {held.length === 0 && (
        <>
          <p>We hold nothing about you.</p>
          <ToCampaign />
        </>
      )}
      <ButtonLink look="second" href={`/my-data/${token}/download`}>
        Download it all as JSON
      </ButtonLink>
      {held.length > 0 && (
        <form
          id="erase-form"
          method="post"
          action={`/my-data/${token}`}
          className="max-w-measure space-y-3 border-t-[0.3333rem] border-edge pt-4"
        >
          <h2 className="text-h2">Erase it</h2>
          <p>
            Your name, addresses and the text of your letter are erased at once, and cannot be brought back. A letter
            that has not gone yet is not sent; one that your MP has already had stays with your MP.
          </p>
          <Button look="second">Erase everything about me</Button>
        </form>
      )}
    </PublicPage>
  )
}

type Held = Awaited<ReturnType<typeof heldByHash>>[number]

/** Where the letter stands whole; nowhere once it, or its writer, is erased. */
async function linkToLetter(ctx: Context, { letterId, entry }: Held): Promise<string | null> {
  const isThere = entry.letter.text && entry.name
  return isThere ? `/campaigns/${entry.campaign}/print/${await lastingLink(ctx, 'print', letterId)}` : null
}

function Letter({ subject = 'its text is erased', href }: { subject?: string | undefined; href: string | null }) {
  return (
    <>
      <span className="wrap-anywhere">{subject}</span>
      {href && (
        <>
          {' '}
          <a className="link font-semibold" href={href}>
            Read it, or print it
          </a>
        </>
      )}
    </>
  )
}

function RunOut({ gone }: { gone: boolean }) {
  answerWith(gone ? 410 : 404)
  return (
    <PublicPage>
      <PageTitle lead="It works for one day.">This link has run out</PageTitle>
      <p>
        <a className="link font-semibold" href="/my-data">
          Ask for a new link
        </a>
      </p>
    </PublicPage>
  )
}

function updatesOf({ updates, updatesRefused }: Held['entry']): string {
  if (updates?.basis === 'soft opt-in') {
    return `sent since ${longDate(updates.askedAt)}, by the soft opt-in for charities: you did not tick the box that refuses, at “${updates.wording}”`
  }
  if (updates) {
    const how = updates.kind === 'choice' ? 'you said yes' : 'you ticked the box'
    return `asked for on ${longDate(updates.askedAt)}, with your consent: ${how} to “${updates.wording}”`
  }
  return updatesRefused
    ? `refused: on ${longDate(updatesRefused.at)} you said no to “${updatesRefused.wording}”`
    : 'not asked for'
}
