import { PublicPage } from '@/app/(public)/public-page'
import type { Preview } from '@/app/preview/preview-of'
import { Envelope } from '@/components/letter/envelope'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import type { Seat } from '@/lib/directory/lookup'
import { obstacle } from '@/lib/letters/obstacle'

type Props = {
  /** Whose campaign's colour the page has. */
  letter?: { versionId: string } | null
  seat: Seat | null
  email: string | null
  subject: string | null
  confirmed: boolean
  /** Where the button leads that confirms. */
  form: { method: 'get' | 'post'; action: string; seat?: string | undefined }
  preview?: Preview
}

/** Asks for the one press that puts a letter on its way. */
export function ConfirmLetter({ letter, seat, email, subject, confirmed, form, preview }: Props) {
  return (
    <PublicPage letter={letter} preview={preview}>
      <Stages at="confirm" />
      <PageTitle
        lead={
          confirmed
            ? 'There is nothing more to do.'
            : `Confirm that this letter is yours, and ${email ?? 'the e-mail address'} too.`
        }
      >
        {confirmed ? 'You have already confirmed this letter' : 'One step left'}
      </PageTitle>
      {seat && (
        <Envelope mp={seat.mp} constituency={seat.name} held={obstacle(seat) !== null} dissolved={seat.dissolved} />
      )}
      {subject !== null && (
        <p className="max-w-measure">
          Your letter: <strong>{subject}</strong>
        </p>
      )}
      <form id="confirm-form" method={form.method} action={form.action}>
        {form.seat && <input type="hidden" name="seat" value={form.seat} />}
        <Button arrow>
          {confirmed ? 'See where it is' : sends(seat?.mp && obstacle(seat) === null ? seat.mp.name : null)}
        </Button>
      </form>
    </PublicPage>
  )
}

function sends(mp: string | null): string {
  return mp ? `Yes, send my letter to ${mp}` : 'Yes, this is my letter'
}
