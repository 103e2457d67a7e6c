import { CopyText } from '@/components/letter/copy-text'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { Unbroken } from '@/components/ui/unbroken'
import type { Mp } from '@/lib/directory/lookup'
import { mailtoOf, ownMailText } from '@/lib/letters/printed/sent-by-writer'
import type { sentLetter } from '@/lib/letters/sent-letter'

type Props = {
  action: string
  mp: Mp | null
  written: ReturnType<typeof sentLetter>
  /** It goes by e-mail all the same, should an address be listed before its writer says that it has gone. */
  mayGoYet: boolean
}

/** From one's own e-mail program, and a button to say that the letter has gone, by whatever way. */
export function SendItYourself({ action, mp, written, mayGoYet }: Props) {
  return (
    <>
      {mp?.email && <OwnMail to={mp.email} written={written} />}
      <form id="sent-by-writer-form" method="post" action={action} className="max-w-measure space-y-4">
        <h2 className="text-h2">Have you sent it?</h2>
        <p>
          <Unbroken>
            {mayGoYet
              ? 'Then tell us, so that it is counted, apart from the letters that we send, and does not go by e-mail as well, should an address be listed.'
              : 'Then tell us, so that it is counted, apart from the letters that we send.'}
          </Unbroken>
        </p>
        <Choices
          name="way"
          kind="radio"
          legend="How did you send it?"
          choices={[
            { value: 'post', label: 'By post' },
            { value: 'e-mail', label: 'From my own e-mail' },
          ]}
          chosen={[mp?.email ? 'e-mail' : 'post']}
        />
        <Button>I have sent it</Button>
      </form>
    </>
  )
}

function OwnMail({ to, written }: { to: string; written: Props['written'] }) {
  const mailto = mailtoOf(to, written)
  return (
    <section aria-labelledby="own-mail" className="max-w-measure space-y-3">
      <h2 id="own-mail" className="text-h2">
        Send it from your own e-mail
      </h2>
      {mailto ? (
        <p>
          <Unbroken>
            <a className="link font-semibold" href={mailto}>
              Open your e-mail program with the letter in it
            </a>
          </Unbroken>
        </p>
      ) : (
        <p>
          <Unbroken>The letter is too long to hand over to an e-mail program: copy it into a new message.</Unbroken>
        </p>
      )}
      <p>
        To <span className="font-semibold wrap-anywhere">{to}</span>
      </p>
      <CopyText label="Subject" text={written.subject} rows={2} />
      <CopyText label="Letter" text={ownMailText(written)} rows={8} />
    </section>
  )
}
