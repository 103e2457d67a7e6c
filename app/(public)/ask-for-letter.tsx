import { Button } from '@/components/ui/button'
import { Unbroken } from '@/components/ui/unbroken'

/** Asks for a fresh link to what is private, which goes to the letter's writer by e-mail. */
export function AskForLetter({ action, look = 'main' }: { action: string; look?: 'main' | 'second' }) {
  return (
    <form id="own-letter-form" method="post" action={action} className="max-w-measure space-y-3">
      <p>
        <Unbroken>
          The letter has your home address on it, so that this page does not open it. We send a link to the e-mail
          address that you gave: it works for a day, and opens all that we hold about you, with the letter to read and
          to print.
        </Unbroken>
      </p>
      <Button look={look}>E-mail me the link</Button>
    </form>
  )
}
