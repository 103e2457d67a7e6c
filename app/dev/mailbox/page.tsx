import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { mailboxIsOpen } from '@/app/_server/caller/mailbox-is-open'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Details } from '@/components/ui/details'
import { PageTitle } from '@/components/ui/page-title'
import { timeAndDate } from '@/lib/kernel/text'
import { readMailbox, type StoredMessage } from '@/lib/mailer/local-mailbox'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Local mailbox', robots: { index: false } }

const SHOWN = 50

/** Every e-mail that would have left the machine, newest first. */
export default async function MailboxPage() {
  if (!mailboxIsOpen()) notFound()
  const messages = await readMailbox(publicContext().env)
  return (
    <PublicPage>
      <PageTitle lead="Mail is kept here and sent nowhere, so that everything can be tried safely.">
        Local mailbox
      </PageTitle>
      {messages.length === 0 && <p>No mail yet: write a letter and the confirmation arrives here.</p>}
      <ol className="space-y-6">
        {messages.slice(0, SHOWN).map((message) => (
          <li key={message.id}>
            <MessageShown message={message} />
          </li>
        ))}
      </ol>
      {messages.length > SHOWN && (
        <p>
          The newest {SHOWN} of {messages.length}; all of them stand in{' '}
          <a className="link" href="/dev/mailbox.json">
            mailbox.json
          </a>
          .
        </p>
      )}
    </PublicPage>
  )
}

function MessageShown({ message }: { message: StoredMessage }) {
  return (
    <article className="border-t-[0.3333rem] border-edge pt-3">
      <h2 className="text-h3 break-words">{message.subject}</h2>
      <p className="text-note text-muted break-words">
        To {message.to}, from {message.from}
        {message.replyTo && `, replies to ${message.replyTo}`}, {timeAndDate(new Date(message.at))}
      </p>
      <p className="mt-2 text-note break-words whitespace-pre-wrap">{linked(message.text)}</p>
      <Details summary="As the reader sees it" look="plain">
        <iframe
          title={message.subject}
          src={`/dev/mailbox/${message.id}/html`}
          className="h-160 w-full border border-hair bg-white"
          loading="lazy"
        />
      </Details>
    </article>
  )
}

/** The text with its links to follow. */
function linked(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, i) =>
    i % 2 === 1 ? (
      <a key={`${i}-${part}`} className="link" href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
