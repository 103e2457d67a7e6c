import { publicContext } from '@/app/_server/request'
import { AsksList } from '@/components/campaign/asks-list'
import { CampaignLayout } from '@/components/campaign/campaign-layout'
import { Concerns } from '@/components/campaign/concerns'
import { FiguresBand } from '@/components/campaign/figures-band'
import { Hero } from '@/components/campaign/hero'
import { LetterPreview } from '@/components/campaign/letter-preview'
import { PagePicture } from '@/components/campaign/page-picture'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { Questions } from '@/components/campaign/questions'
import { Quotes } from '@/components/campaign/quotes'
import { WhatCame } from '@/components/campaign/what-came'
import { Behind } from '@/components/campaign/who-is-behind'
import { ArrivedFrom } from '@/components/figures/arrived-from'
import { OwnSeat } from '@/components/figures/own-seat'
import { DraftOffer } from '@/components/letter/draft-offer'
import { FromMailing } from '@/components/letter/from-mailing'
import { pictureSize } from '@/lib/campaigns/share-picture/set'
import { accentName } from '@/lib/content/accent/accent-name'
import { hasEnded, isClosedToWriting, type LiveCampaign, liveCampaigns } from '@/lib/content/find-campaign'
import { concernsHeading, facingItsDate } from '@/lib/content/source/source-words'
import { parliamentIsDissolved } from '@/lib/directory/seats'
import { outcomeOf } from '@/lib/figures/public/outcome'
import { greetingWords } from '@/lib/figures/public/own-seat'
import { totalsOf } from '@/lib/figures/public/public-figures'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { counted, longDate } from '@/lib/kernel/text'
import { londonDay } from '@/lib/kernel/time/day'
import { currentPeriods } from '@/lib/settings/keeping-periods'
import { namedOperator } from '@/lib/settings/operator'
import { sampleLetter } from '@/lib/writing/sample-letter'

import { CampaignMap } from './campaign-map'
import { FormOrWhyNot } from './form-or-why-not'
import type { Preview } from './preview-bar'
import { PublicPage } from './public-page'

type Props = {
  campaign: LiveCampaign
  /** Where it is the address that a supporter passed on: their constituency. */
  from?: string
  /** Nobody can submit a letter at present. */
  signUpsPaused?: boolean
  /** Where it is a draft's preview: what one does there is no part of the campaign. */
  preview?: Preview
}

/** Everything that a visitor reads before they write. */
export async function CampaignPage({ campaign, from, signUpsPaused = false, preview }: Props) {
  const ctx = publicContext()
  const { content, slug } = campaign
  const image = content.picture?.image
  const ended = hasEnded(campaign, ctx.now())
  const [seats, operator, dissolved, periods, pictured, open, outcome] = await Promise.all([
    publicSeats(ctx, campaign.id),
    namedOperator(ctx),
    parliamentIsDissolved(ctx),
    currentPeriods(ctx),
    image ? pictureSize(ctx, image.id) : null,
    liveCampaigns(ctx),
    ended ? outcomeOf(ctx, campaign.id) : null,
  ])
  const figures = totalsOf(seats, campaign.goal)
  const day = londonDay(ctx.now())
  const canWrite = !signUpsPaused && !isClosedToWriting(campaign, ctx.now())
  const passedOn = canWrite && seats.seats.find(({ code }) => code === from)
  const dated = facingItsDate(content.source, day)
  return (
    <PublicPage width="page" palette={accentName(content)} preview={preview}>
      <CampaignLayout
        hero={
          <Hero
            slug={slug}
            title={content.title}
            summary={content.summary}
            dated={dated}
            by={operator?.name ?? null}
            greeting={passedOn ? greetingWords(passedOn, seats.masking) : null}
            figures={figures}
            canWrite={canWrite}
          />
        }
        canWrite={canWrite}
        form={
          <>
            {!preview && <FromMailing slug={slug} canWrite={canWrite} />}
            <FormOrWhyNot
              campaign={campaign}
              now={ctx.now()}
              signUpsPaused={signUpsPaused}
              dissolved={dissolved}
              others={open.length > 0}
            >
              <PostcodeForm slug={slug} action={preview && `${preview.base}/write`} />
              {!preview && <ArrivedFrom />}
              <div className="mt-4 empty:hidden has-[dear-island:empty]:hidden">
                {!preview && <DraftOffer slug={slug} />}
              </div>
              <WhatIsKept days={periods.letterTextDays} />
            </FormOrWhyNot>
          </>
        }
      >
        {image && pictured && <PagePicture {...image} size={pictured} />}
        {outcome && <WhatCame supporters={figures.supporters} outcome={outcome} words={campaign.closingWords} />}
        <AsksList
          heading={ended ? 'What the letters asked' : 'What your letter asks'}
          lead={content.asksLead}
          asks={content.asks}
        />
        <Concerns
          heading={concernsHeading(content.source, day)}
          concerns={content.concerns}
          source={content.source}
          story={content.story}
        />
        <FiguresBand
          heading={ended ? 'How many wrote' : 'So far'}
          figures={figures}
          countedAt={seats.countedAt}
          own={!preview && <OwnSeat slug={slug} />}
        >
          <CampaignMap slug={slug} seats={seats} />
        </FiguresBand>
        <Quotes quotes={content.quotes} />
        {!ended && <LetterPreview letter={sampleLetter(content)} date={longDate(ctx.now())} />}
        <Questions questions={content.questions} />
        <Behind contacts={content.contacts} source={content.source} operator={operator} />
      </CampaignLayout>
    </PublicPage>
  )
}

/** What becomes of what one is about to type, in as many words as a first screen has room for. */
function WhatIsKept({ days }: { days: number }) {
  return (
    <p className="mt-1.5 max-w-measure text-note leading-snug">
      Your letter and address go to your MP. We never publish them, and erase them{' '}
      <span className="whitespace-nowrap">{counted(days, 'day')}</span> after delivery.{' '}
      <a href="/privacy" className="link block w-fit sm:inline-block">
        More about your data
      </a>
    </p>
  )
}
