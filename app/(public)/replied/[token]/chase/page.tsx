import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { posted, publicContext } from '@/app/_server/request'
import { linkedLetter, linkedTitle } from '@/app/(public)/linked-letter'
import { PublicPage } from '@/app/(public)/public-page'
import { ButtonLink } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { lastingLink } from '@/lib/kernel/secrets/tokens'
import { chaseWords } from '@/lib/letters/chasing/chase-words'
import { mayBeChased } from '@/lib/letters/chasing/may-be-chased'
import { findReply } from '@/lib/letters/find-reply'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { whyNotWords } from '../why-not-chased'
import { CheckedChase } from './checked-chase'
import { EditedChase } from './edited-chase'
import { form } from './form'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ token: string }> }

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return params.then(({ token }) => linkedTitle('Write once more', 'replied', token))
}

/** A second letter after one that was not answered: its writer edits it, checks it, sends it. */
export default async function ChasePage({ params }: Props) {
  const { token } = await params
  const ctx = publicContext()
  const { letter } = await linkedLetter('replied', token)
  if (!letter) notFound()
  const chase = await mayBeChased(ctx, letter)
  if (chase.kind !== 'can') {
    const mp = await mpOfLetter(ctx, letter)
    const statusAt = chase.kind === 'done' ? `/letters/${await lastingLink(ctx, 'letter', chase.letterId)}` : null
    return (
      <PublicPage letter={letter}>
        <PageTitle lead={chase.kind === 'cannot' ? whyNotWords(chase.why, mp?.name ?? 'your MP') : undefined}>
          {statusAt ? 'You have written once more' : 'This letter cannot be followed up'}
        </PageTitle>
        <ButtonLink href={statusAt ?? `/replied/${token}`}>
          {statusAt ? 'See where your second letter is' : 'Back'}
        </ButtonLink>
      </PublicPage>
    )
  }
  const { first, mp } = chase
  const { values, faults = [], done = null } = posted(form) ?? {}
  const words =
    values && 'subject' in values
      ? { subject: values.subject, body: values.body }
      : chaseWords(first, await findReply(ctx, letter.id))
  const at = `/replied/${token}/chase`
  return (
    <PublicPage letter={letter}>
      {done === 'checked' ? (
        <CheckedChase ctx={ctx} at={at} first={first} mp={mp} words={words} />
      ) : (
        <EditedChase at={at} backTo={`/replied/${token}`} first={first} mp={mp} words={words} faults={faults} />
      )}
    </PublicPage>
  )
}
