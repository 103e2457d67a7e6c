import { AsWritten } from '@/components/letter/as-written'
import { LetterSheet } from '@/components/letter/letter-sheet'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import type { Mp } from '@/lib/directory/lookup'
import { findSeat } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { withFirstBelow } from '@/lib/letters/chasing/chase-words'
import type { Unanswered } from '@/lib/letters/chasing/may-be-chased'
import type { LetterWords } from '@/lib/letters/input'
import { noteOfLetter } from '@/lib/letters/proof/note-of-letter'
import { sentLetter } from '@/lib/letters/sent-letter'
import { addressee } from '@/lib/writing/salutation'

type Props = { ctx: Context; at: string; first: Unanswered; mp: Mp; words: LetterWords }

/** The second letter as the MP gets it, before it is sent. */
export async function CheckedChase({ ctx, at, first, mp, words }: Props) {
  const constituency = (await findSeat(ctx, first.constituencyCode))?.name ?? ''
  const text = { ...first.text, subject: words.subject, body: withFirstBelow(words.body, first) }
  const written = sentLetter(first.person, text, mp.name)
  return (
    <>
      <PageTitle
        lead={`This is the letter as ${mp.name} gets it. It is sent as soon as you press the button: your e-mail address is confirmed already.`}
      >
        Check your second letter
      </PageTitle>
      <LetterSheet
        label="Your second letter"
        from={[written.name, 'your address, postcode and e-mail address, as on your first letter']}
        to={addressee(mp, constituency)}
        date={longDate(ctx.now())}
        salutation={written.salutation}
        subject={written.subject}
        body={written.body}
        signOff={written.signOff}
        note={await noteOfLetter(ctx, first, constituency)}
      />
      <AsWritten />
      <form id="chase-form" method="post" action={at} className="flex flex-wrap gap-4">
        <input type="hidden" name="subject" value={words.subject} />
        <input type="hidden" name="body" value={words.body} />
        <Button name="act" value="send" arrow>
          Send it to {mp.name}
        </Button>
        <Button look="second" name="act" value="change">
          Change it
        </Button>
      </form>
    </>
  )
}
