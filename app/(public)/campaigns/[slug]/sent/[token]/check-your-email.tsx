import type { ReactNode } from 'react'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import type { resentWords } from '@/app/(public)/resent-words'
import { Share } from '@/app/(public)/share'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { whyMailIsLate } from '@/app/(public)/when-mail-is-there'
import { whyNotEmailedNow } from '@/app/(public)/why-not-emailed-now'
import { EmailText } from '@/components/letter/email-text'
import { Stages } from '@/components/letter/stages'
import { Button, ButtonLink } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ErrorSummary, type Fault } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import type { Seat } from '@/lib/directory/lookup'
import { timeAndDate } from '@/lib/kernel/text'
import { IN_TIME, type Lateness } from '@/lib/messages/to-writer/confirmations-late'
import { CONFIRM_LINK_LIFE } from '@/lib/settings/confirm-link-days'
import { ChangeEmail } from './change-email'

type Props = {
  /** Whose campaign's colour the page has. */
  letter?: { versionId: string } | null
  /** Whose MP it goes to: what the press of the button does hangs on that. */
  seat: Seat | null
  /** Where the link was sent; `null` once that is not known any more. */
  email: string | null
  /** The address that was probably meant. */
  slip?: string | null
  /** Where that mailbox is read in a browser, if it is one of the big ones. */
  webmail?: { name: string; href: string } | null
  /** When the e-mail goes, where it has still to go. */
  goesAt?: Date | null
  /** How late other people's e-mails are just now. */
  late?: Lateness
  /** What came of sending it again, or elsewhere. */
  said: ReturnType<typeof resentWords> | null
  /** It can be sent no more to this address: another may be needed. */
  isSpent?: boolean
  /** What is wrong with what was typed here. */
  faults?: readonly Fault[] | undefined
  /** The address that was typed in place of this one. */
  typed?: string | undefined
  /** The way to confirm without the link. */
  code?: ReactNode
  /** Where the forms lead that have it sent again, or elsewhere. */
  resend: { method: 'get' | 'post'; action: string }
  /** What can be done until it arrives. */
  meanwhile?: { campaign: string; shareText: string; reminder: string | null } | null
  preview?: Preview
  children?: ReactNode
}

/** Where the link, or the letter, is no more. */
export const RUN_OUT = 'This page has run out'

/** After a letter is submitted: what becomes of it waits until its writer has confirmed. */
export function CheckYourEmail(props: Props) {
  const { letter, seat, email, said, faults = [], preview, children } = props
  return (
    <PublicPage letter={letter} preview={preview}>
      <Stages at="confirm" last={stageBySeat(seat)} />
      <ErrorSummary faults={faults} />
      {said && (
        <Notice look={said.look} heading={said.heading}>
          <p>{said.text}</p>
        </Notice>
      )}
      {email ? (
        <>
          <PageTitle>Now check your e-mail</PageTitle>
          <Sent {...props} email={email} />
        </>
      ) : (
        <PageTitle lead="If you have not confirmed your letter yet, please write it again.">{RUN_OUT}</PageTitle>
      )}
      {children}
    </PublicPage>
  )
}

function howLong(late: Lateness): string {
  const why = whyMailIsLate(late)
  if (!why) return 'It can take a minute or two;'
  return `${why} Your letter is stored, and you can close this page. If it has not come ${late.isRefused ? 'by tomorrow' : 'by then'},`
}

function Sent({
  email,
  seat,
  slip,
  webmail,
  goesAt,
  late = IN_TIME,
  isSpent,
  faults,
  typed,
  code,
  resend,
  meanwhile,
}: Props & { email: string }) {
  const fault = faults?.find(({ field }) => field === 'email')?.message
  return (
    <>
      <div className="max-w-measure space-y-4">
        <p className="text-lead">We send a link to</p>
        <p className="border-l-[0.3333rem] border-accent bg-ground px-4 py-3 text-h3 wrap-anywhere sm:text-h2">
          <EmailText email={email} />
        </p>
        {slip && <Slip slip={slip} resend={resend} />}
        <p>
          Open it and press the button: {onlyThen(seat)}. {howLong(late)} look in your spam or junk folder as well. The
          link works for {CONFIRM_LINK_LIFE}.
        </p>
        {webmail && !goesAt && (
          <ButtonLink href={webmail.href} rel="noopener noreferrer" arrow>
            Open {webmail.name}
          </ButtonLink>
        )}
      </div>
      {goesAt && (
        <Notice heading={`The e-mail goes at ${timeAndDate(goesAt)}`}>
          <p>
            <Unbroken>
              Your letter came without the sum that a browser does first, so its e-mail goes later. It is stored: you
              can close this page.
            </Unbroken>
          </p>
        </Notice>
      )}
      <div className="max-w-measure border-t-2 border-edge">
        <Details summary="Wrong address? Change it" open={fault !== undefined || isSpent}>
          <ChangeEmail email={fault ? typed : ''} fault={fault} resend={resend} />
        </Details>
        {code}
        <Details summary="Nothing there?" open={!goesAt}>
          <p>
            <Unbroken>
              So that nobody’s mailbox is flooded, one address gets only a few of these e-mails an hour and a day: past
              that, yours follows when there is room. An address whose owner has asked us for no more of them gets none.
            </Unbroken>
          </p>
          {!goesAt && (
            <form id="resend-form" method={resend.method} action={resend.action}>
              <Button look="second">Send the e-mail again</Button>
            </form>
          )}
        </Details>
      </div>
      {meanwhile && <Meanwhile {...meanwhile} />}
    </>
  )
}

/** One press, where the domain looks like a slip of the keys. */
function Slip({ slip, resend }: { slip: string; resend: Props['resend'] }) {
  return (
    <Notice heading="Is that the right address?">
      <p>
        Did you mean <strong className="wrap-anywhere">{slip}</strong>?
      </p>
      <form id="slip-form" method={resend.method} action={resend.action}>
        <input type="hidden" name="email" value={slip} />
        <Button look="second" className="wrap-anywhere">
          Yes, send the link there
        </Button>
      </form>
    </Notice>
  )
}

function Meanwhile({ campaign, shareText, reminder }: NonNullable<Props['meanwhile']>) {
  return (
    <div className="space-y-6 border border-hair bg-ground p-4 sm:p-7">
      <Share text={shareText} slug={campaign} />
      {reminder && (
        <p>
          No time just now?{' '}
          <a className="link font-semibold" href={reminder}>
            Put a reminder into your calendar
          </a>
        </p>
      )}
    </div>
  )
}

function onlyThen(seat: Seat | null): string {
  switch (seat && whyNotEmailedNow(seat)) {
    case 'vacant':
    case 'dissolved':
      return 'only then is your letter kept for the next MP'
    case 'no-address-yet':
      return 'only then is your letter kept until your MP’s e-mail address is listed'
    case 'no-email':
      return 'only then is your letter made ready to post'
    default:
      return 'only then does your letter go'
  }
}
