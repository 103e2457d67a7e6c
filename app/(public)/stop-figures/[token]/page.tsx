import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { readStopToken } from '@/lib/figures/digest/stop-link'
import { digestWanted } from '@/lib/figures/digest/who-gets-digest'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'No more figures', robots: { index: false } }

/** The way out of figures by e-mail, for the team. Opening the link ends nothing, since scanners open links; the button does. */
export default async function StopFiguresPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const staffId = readStopToken(token)
  if (staffId === null) notFound()
  const every = await digestWanted(publicContext(), staffId)
  if (every === null) {
    return (
      <PublicPage>
        <PageTitle>You get no more figures by e-mail</PageTitle>
        <Notice look="done">
          <p>You can ask for them again on the dashboard.</p>
        </Notice>
        <p>
          <a className="link" href="/staff/dashboard">
            Open the dashboard
          </a>
        </p>
      </PublicPage>
    )
  }
  return (
    <PublicPage>
      <PageTitle lead={`You get them every ${every}.`}>No more figures by e-mail?</PageTitle>
      <form id="stop-figures-form" method="post" action={`/stop-figures/${token}`}>
        <Button>Send me no more of these</Button>
      </form>
    </PublicPage>
  )
}
