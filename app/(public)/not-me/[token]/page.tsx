import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { posted, publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { Unbroken } from '@/components/ui/unbroken'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { form } from './form'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'This was not me', robots: { index: false } }

/** "This was not me: never again". Opening the link does nothing, since scanners open links; the button does. */
export default async function NotMePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const done = posted(form)?.done
  if (done && done.outcome !== 'gone') {
    return (
      <PublicPage>
        <Notice look="done" heading="Never again">
          <p>
            <Unbroken>
              This mailbox gets no more e-mails that anybody can set off by typing its address: none that ask to confirm
              a letter, no reminders of that, no links to data.
            </Unbroken>
          </p>
        </Notice>
        <PageTitle>This was not me</PageTitle>
        {done.outcome === 'erased' && (
          <p className="max-w-measure">The letter that was entered with this address is erased, and goes nowhere.</p>
        )}
        {done.outcome === 'moved' && (
          <p className="max-w-measure">
            Whoever entered this address with a letter has put another in its place since: no letter stands under it,
            and no link that was sent here confirms one.
          </p>
        )}
        {done.outcome === 'confirmed' && (
          <p className="max-w-measure">
            <Unbroken>
              The letter was already confirmed, by the link in an e-mail to this address, so it is not erased by this.{' '}
              <a className="link" href={`/my-data/${done.myData}`}>
                See the data kept with this address, or have it erased
              </a>
              .
            </Unbroken>
          </p>
        )}
        <p className="max-w-measure">
          Should you want to write a letter with this address one day, ask whoever runs this site to take it off the
          list:{' '}
          <a className="link" href="/privacy">
            how to reach them
          </a>
          .
        </p>
      </PublicPage>
    )
  }
  if (done?.outcome === 'gone') {
    return (
      <PublicPage>
        <PageTitle>This was not me</PageTitle>
        <p className="max-w-measure">
          <Unbroken>
            Nothing is kept under this link. If you have pressed the button before, it is done: the letter is erased,
            and no such e-mail comes again. If one does, tell whoever runs this site:{' '}
            <a className="link" href="/privacy">
              how to reach them
            </a>
            .
          </Unbroken>
        </p>
      </PublicPage>
    )
  }
  if (!(await readLink(publicContext(), 'not-me', token))) notFound()
  return (
    <PublicPage>
      <PageTitle lead="Somebody entered your e-mail address with a letter to an MP. This erases the letter at once, if it is not confirmed, and no such e-mail comes to this mailbox again: none that ask to confirm a letter, no reminders of that, no links to data.">
        This was not me
      </PageTitle>
      <form id="not-me-form" method="post" action={`/not-me/${token}`}>
        <Button>Never write to me like this again</Button>
      </form>
    </PublicPage>
  )
}
