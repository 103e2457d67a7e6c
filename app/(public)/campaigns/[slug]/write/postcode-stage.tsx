import { emptyDraft } from '@/app/_server/letter/posted-draft'
import { answerWith, refusedByLimit, visitSource } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ConstituencyPicker } from '@/components/campaign/constituency/constituency-picker'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { Stages } from '@/components/letter/stages'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { allSeats, lookUpPostcode } from '@/lib/directory/lookup'
import type { Context } from '@/lib/kernel/context'
import { timeAndDate } from '@/lib/kernel/text'
import { SplitStage } from './split-stage'
import { StartStage } from './start-stage'
import { type Unresolved, unresolvedWords } from './unresolved-words'

type Props = {
  ctx: Context
  campaign: LiveCampaign
  typed: string
  /** A constituency code that the directory does not hold; empty when the list was sent without a choice. */
  chosen: string | null
  /** The seats of a split postcode were shown, and none was chosen. */
  noneOfSplit: boolean
}

/** Where a postcode leads: to its MP, to a choice between seats, or to a page that says why not and what helps. */
export async function PostcodeStage({ ctx, campaign, typed, chosen, noneOfSplit }: Props) {
  if (chosen !== null) return unresolved(ctx, campaign, typed, chosen === '' ? 'none-chosen' : 'no-such-seat')
  if (typed.trim() === '') return unresolved(ctx, campaign, typed, 'missing')
  const retryAt = await refusedByLimit('look-up')
  if (retryAt) return unresolved(ctx, campaign, typed, 'too-many', retryAt)
  const outcome = await lookUpPostcode(ctx, typed)
  const [seat] = 'seats' in outcome ? outcome.seats : []
  if (outcome.status === 'split') {
    if (noneOfSplit) answerWith(422)
    const { postcode, seats } = outcome
    return (
      <SplitStage
        campaign={campaign}
        postcode={postcode}
        source={visitSource()}
        seats={seats}
        noneChosen={noneOfSplit}
      />
    )
  }
  if (outcome.status === 'found' && seat) {
    const draft = emptyDraft(outcome.postcode, seat.code)
    return <StartStage campaign={campaign} seat={seat} draft={draft} faults={[]} terminated={outcome.terminated} />
  }
  return unresolved(ctx, campaign, 'postcode' in outcome ? outcome.postcode : typed, outcome.status as Unresolved)
}

async function unresolved(ctx: Context, campaign: LiveCampaign, typed: string, why: Unresolved, retryAt?: Date) {
  const words = unresolvedWords(why, typed, retryAt ? timeAndDate(retryAt) : '')
  if (words.status !== 429) answerWith(words.status)
  const { nameError, postcodeError } = words
  const source = visitSource()
  const faults = [
    ...(nameError ? [{ field: 'constituency', message: nameError }] : []),
    ...(postcodeError ? [{ field: 'postcode', message: postcodeError }] : []),
  ]
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <ErrorSummary heading={words.summary} faults={faults} />
      <PageTitle>{words.title}</PageTitle>
      {words.paragraphs.map((text) => (
        <p key={text} className="max-w-measure">
          {text}
        </p>
      ))}
      {nameError && (
        <ConstituencyPicker
          slug={campaign.slug}
          postcode={typed}
          source={source}
          seats={await allSeats(ctx)}
          error={nameError}
        />
      )}
      <PostcodeForm
        slug={campaign.slug}
        postcode={typed}
        source={source}
        error={postcodeError}
        heading={nameError ? 'Or try another postcode' : undefined}
      />
    </PublicPage>
  )
}
