import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { countNextSteps } from '@/app/_server/count-next-step'
import { pageTitle } from '@/app/_server/page-title'
import { publicContext } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { PageTitle } from '@/components/ui/page-title'
import { WholeName } from '@/components/ui/whole-name'
import { findCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { stepsOf } from '@/lib/content/next-steps'
import { findSeat } from '@/lib/directory/lookup'
import { Ring } from './ring'
import { Surgery } from './surgery'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ slug: string; step: string }>
  searchParams: Promise<{ seat?: string | string[]; choice?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const campaign = await findCampaign(publicContext(), (await params).slug)
  const title = pageTitle({ step: 'What you can do next', campaign: campaign?.content.title })
  return { title, robots: { index: false } }
}

/** A step after the letter: counted, and then where it leads, which the campaign's text alone says. */
export default async function NextStepPage({ params, searchParams }: Props) {
  const [{ slug, step: id }, { seat: code, choice }] = await Promise.all([params, searchParams])
  const ctx = publicContext()
  const campaign = await findCampaign(ctx, slug)
  const step = campaign && stepsOf(campaign.content).find((each) => each.id === id)
  if (!step || step.kind === 'share') notFound()
  const other = step.kind === 'campaign' && (await liveCampaigns(ctx)).find((each) => each.slug === choice)
  if (step.kind === 'campaign' && !other) notFound()
  countNextSteps('pressed', campaign.id, [step])
  if (other) redirect(`/campaigns/${other.slug}`)
  if (step.kind === 'give') redirect(step.link ?? `/campaigns/${slug}`)
  const seat = typeof code === 'string' ? await findSeat(ctx, code) : null
  const mp = seat?.mp ?? null
  const name = mp ? `${mp.name} MP` : 'your MP'
  return (
    <PublicPage campaign={campaign}>
      <PageTitle lead={step.text}>
        {step.title ??
          (step.kind === 'ring' ? (
            <>
              Ring the office of <WholeName>{name}</WholeName>
            </>
          ) : (
            <>
              Ask for an appointment with <WholeName>{name}</WholeName>
            </>
          ))}
      </PageTitle>
      {step.kind === 'ring' ? (
        <Ring step={step} name={name} title={campaign.content.title} />
      ) : (
        <Surgery step={step} mp={mp} name={name} title={campaign.content.title} />
      )}
    </PublicPage>
  )
}
