import type { ReactNode } from 'react'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type Fault } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import type { Seat } from '@/lib/directory/lookup'
import { timeAndDate } from '@/lib/kernel/text'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { CONFIRM_LINK_LIFE } from '@/lib/settings/confirm-link-days'
import type { resentWords } from './resent-words'

type Props = {
  /** Whose campaign's colour the page has. */
  letter?: { versionId: string } | null
  /** Whose MP it goes to: what the press of the button does hangs on that. */
  seat: Seat | null
  /** Where the link was sent; `null` once that is not known any more. */
  email: string | null
  /** When the e-mail goes, where it has still to go. */
  goesAt?: Date | null
  /** What came of sending it again. */
  said: ReturnType<typeof resentWords> | null
  /** What is wrong with what was typed here. */
  faults?: readonly Fault[] | undefined
  /** Where the form leads that has it sent again. */
  resend: { method: 'get' | 'post'; action: string }
  preview?: Preview
  children?: ReactNode
}

/** After a letter is submitted: it goes once its writer has confirmed. */
export function CheckYourEmail({
  letter,
  seat,
  email,
  goesAt = null,
  said,
  faults = [],
  resend,
  preview,
  children,
}: Props) {
  return (
    <PublicPage letter={letter} preview={preview}>
      <Stages at="confirm" last={stageBySeat(seat)} />
      <ErrorSummary faults={faults} />
      {said && (
        <Notice look={said.look} heading={said.heading}>
          <p>{said.text}</p>
        </Notice>
      )}
      <PageTitle>Now check your e-mail</PageTitle>
      {email ? (
        <>
          <p className="max-w-measure text-lead">
            We send a link to <strong className="break-all">{email}</strong>. Open it and press the button:{' '}
            {onlyThen(seat)}.
          </p>
          {goesAt && (
            <Notice heading={`The e-mail goes at ${timeAndDate(goesAt)}`}>
              <p>
                Your letter came without the sum that a browser does first, so its e-mail goes later. It is stored: you
                can close this page.
              </p>
            </Notice>
          )}
          <div className="max-w-measure space-y-3">
            <h2 className="text-h3">Nothing there?</h2>
            <p>
              It can take a minute or two. Look in your spam or junk folder as well. The link works for{' '}
              {CONFIRM_LINK_LIFE}.
            </p>
            <p>
              So that nobody’s mailbox is flooded, one address gets only a few of these e-mails an hour and a day: past
              that, yours follows when there is room. An address whose owner has asked us for no more of them gets none.
            </p>
          </div>
          {!goesAt && (
            <form id="resend-form" method={resend.method} action={resend.action}>
              <Button look="second">Send the e-mail again</Button>
            </form>
          )}
        </>
      ) : (
        <p className="max-w-measure">
          This page has run out. If you have not confirmed your letter yet, please write it again.
        </p>
      )}
      {children}
    </PublicPage>
  )
}

function onlyThen(seat: Seat | null): string {
  switch (seat && whyNotEmailed(seat)) {
    case 'vacant':
    case 'dissolved':
      return 'only then is your letter kept for the next MP'
    case 'no-email':
      return 'only then is your letter made ready to post'
    default:
      return 'only then does your letter go'
  }
}
