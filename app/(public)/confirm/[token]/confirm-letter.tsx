import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { stageBySeat } from '@/app/(public)/stage-by-seat'
import { whyNotEmailedNow } from '@/app/(public)/why-not-emailed-now'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { addressAwaitedUntil, noAddressWords } from '@/lib/directory/address-awaited'
import type { Seat } from '@/lib/directory/lookup'
import { partyWords } from '@/lib/directory/party-words'
import { longDate } from '@/lib/kernel/text'

type Props = {
  /** Whose campaign's colour the page has. */
  letter?: { versionId: string } | null
  seat: Seat | null
  email: string | null
  subject: string | null
  confirmed: boolean
  /** Somebody, who stands already, has signed with the same address. */
  asked?: { name: string; stands: string } | null
  /** Where the button leads that confirms. */
  form: { method: 'get' | 'post'; action: string; seat?: string | undefined }
  preview?: Preview
}

/** Asks for the one press that puts a letter on its way. */
export function ConfirmLetter({ letter, seat, email, subject, confirmed, asked = null, form, preview }: Props) {
  return (
    <PublicPage letter={letter} preview={preview}>
      <Stages at="confirm" last={stageBySeat(seat)} />
      <PageTitle
        lead={
          confirmed
            ? 'See where it is, and whether there is anything left for you to do.'
            : `Confirm that this letter is yours, and ${email ?? 'the e-mail address'} too.`
        }
      >
        {confirmed ? 'This letter is already confirmed' : 'One step left'}
      </PageTitle>
      {seat && <Addressed seat={seat} subject={confirmed ? null : subject} />}
      {seat && !confirmed && !asked && <WhatFollows seat={seat} />}
      <form id="confirm-form" method={form.method} action={form.action}>
        {form.seat && <input type="hidden" name="seat" value={form.seat} />}
        {asked ? (
          <WhoItIs {...asked} mp={goesTo(seat)} />
        ) : (
          <Button arrow>{confirmed ? 'See where it is' : sends(goesTo(seat))}</Button>
        )}
      </form>
    </PublicPage>
  )
}

/** To whom it goes and about what, in short: the button below stays on the first screen of a phone. */
function Addressed({ seat, subject }: { seat: Seat; subject: string | null }) {
  return (
    <div className="paper max-w-measure px-5 py-4 max-tight:px-2">
      <p className="text-h3">{seat.mp ? `To ${seat.mp.name} MP` : 'To the next MP'}</p>
      <p className="text-[min(1rem,9.25vw)] text-muted">
        {seat.mp ? `${partyWords(seat.mp.party)}, ${seat.name}` : seat.name}
      </p>
      {subject !== null && (
        <p dir="auto" className="mt-2 border-t border-hair pt-2 font-serif wrap-anywhere">
          {subject}
        </p>
      )}
    </div>
  )
}

/** What the press does where it does not send the letter, as things stand. */
function WhatFollows({ seat }: { seat: Seat }) {
  const why = whyNotEmailedNow(seat)
  if (!why) return null
  const mp = seat.mp?.name ?? 'your MP'
  const said = {
    vacant: `The seat of ${seat.name} is vacant. Your letter is kept, and goes as soon as there is an MP.`,
    dissolved: 'Parliament is dissolved. Your letter is kept, and goes to whoever is elected.',
    'no-address-yet': `${seat.mp ? noAddressWords(seat.mp) : ''} Your letter is kept, and goes as soon as there is one. ${orByPost(seat)}`,
    'no-email': `We have no e-mail address for ${mp}. Your letter is made ready for you to print and post.`,
  }[why]
  return <p className="max-w-measure">{said}</p>
}

function orByPost({ mp }: Seat): string {
  return mp ? `If there is none by ${longDate(addressAwaitedUntil(mp))}, you get it to print and post.` : ''
}

/** One person has one letter; two of a household may share an address, and only they can say which it is. */
function WhoItIs({ name, stands, mp }: { name: string; stands: string; mp: string | null }) {
  return (
    <fieldset className="max-w-measure">
      <legend className="text-h2">Is this another person of your household?</legend>
      <p className="mt-2 wrap-anywhere">
        A letter signed “{stands}” from this address is confirmed already, and this one is signed “{name}”. One person
        has one letter in a campaign.
      </p>
      <div className="mt-4 flex flex-wrap gap-4">
        <Button arrow name="person" value="another">
          {mp ? `Yes, another person: send it to ${mp}` : 'Yes, this is the letter of another person'}
        </Button>
        <Button look="second" name="person" value="same">
          No, the same person: do not send it
        </Button>
      </div>
    </fieldset>
  )
}

function goesTo(seat: Seat | null): string | null {
  return seat?.mp && whyNotEmailedNow(seat) === null ? seat.mp.name : null
}

function sends(mp: string | null): string {
  return mp ? `Yes, send my letter to ${mp}` : 'Yes, this is my letter'
}
