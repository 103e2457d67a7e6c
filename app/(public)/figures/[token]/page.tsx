import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { publicContext } from '@/app/_server/request'
import { Board } from '@/app/(public)/_board/board'
import { PublicPage } from '@/app/(public)/public-page'
import { listCampaigns } from '@/lib/campaigns/list'
import { firstDay } from '@/lib/figures/dashboard/first-day'
import { findFigureLink } from '@/lib/figures/links/figure-links'
import { isOff } from '@/lib/settings/switches/is-off'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Figures of a campaign', robots: { index: false } }

/** A campaign's figures as outsiders may see them, for whoever was given the link. */
export default async function SharedFigures({ params }: { params: Promise<{ token: string }> }) {
  const ctx = publicContext()
  const link = await findFigureLink(ctx, (await params).token)
  const campaign = link && (await listCampaigns(ctx)).find(({ slug }) => slug === link.slug)
  if (!campaign) notFound()
  const [began, isPaused] = await Promise.all([firstDay(ctx, campaign.id), isOff(ctx, 'dashboard')])
  return (
    <PublicPage width="page">
      {began === null || isPaused ? (
        <>
          <h1 className="text-h2">{campaign.name}</h1>
          <p>
            {isPaused ? 'These figures are paused for now. Try again later.' : 'Nothing has been counted for it yet.'}
          </p>
        </>
      ) : (
        <div className="text-note">
          <Board ctx={ctx} campaign={campaign} began={began} forOutsiders />
        </div>
      )}
    </PublicPage>
  )
}
