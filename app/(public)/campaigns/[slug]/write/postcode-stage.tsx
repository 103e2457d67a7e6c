import { pageTitle } from '@/app/_server/page-title'
import { answerWith, publicContext, visitSource } from '@/app/_server/request'
import { PublicPage } from '@/app/(public)/public-page'
import { ConstituencyPicker } from '@/components/campaign/constituency/constituency-picker'
import { PostcodeForm } from '@/components/campaign/postcode-form'
import { DraftOffer } from '@/components/letter/draft-offer'
import { Stages } from '@/components/letter/stages'
import { ErrorSummary } from '@/components/ui/error-summary'
import { PageTitle } from '@/components/ui/page-title'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { allSeats } from '@/lib/directory/lookup'
import { searchSeats } from '@/lib/directory/search/by-name'
import { namedSeats } from '@/lib/directory/search/searchable-seats'
import { allTowns } from '@/lib/directory/search/towns'
import type { Context } from '@/lib/kernel/context'
import { timeAndDate } from '@/lib/kernel/text'
import { chooseAddress } from '@/lib/letters/writing-addresses'
import { AmbiguousStage, ambiguousTitle } from './ambiguous-stage'
import { NotLookedUpStage, notLookedUpTitle } from './not-looked-up-stage'
import { SplitStage } from './split-stage'
import { unresolvedWords } from './unresolved-words'
import type { Leads } from './where-it-leads'

type Nowhere = Extract<Leads, { to: null }>
type Props = { ctx: Context; campaign: LiveCampaign; leads: Nowhere }

/** What the page is called, by what is asked on it. */
export function postcodeTitle(leads: Leads, campaign: string): string {
  if (leads.to !== null || leads.why === 'not-asked') return pageTitle({ step: 'Find your MP', campaign })
  if (leads.why === 'split') {
    return pageTitle({ step: 'Which is your constituency?', campaign, error: leads.noneChosen })
  }
  if (leads.why === 'ambiguous') return pageTitle({ step: ambiguousTitle, campaign })
  if (leads.why === 'unavailable') return pageTitle({ step: notLookedUpTitle(leads.postcode), campaign })
  return pageTitle({ step: unresolvedWords(leads.why, leads.typed).title, campaign, error: true })
}

/** Asks whose MP is meant: for the first time, by a choice between two seats, or with why a postcode led nowhere. */
export async function PostcodeStage({ ctx, campaign, leads }: Props) {
  const source = visitSource()
  if (leads.why === 'not-asked') return <NotAsked campaign={campaign} source={source} />
  if (leads.why === 'split') {
    if (leads.noneChosen) answerWith(422)
    return <SplitStage campaign={campaign} source={source} {...leads} />
  }
  if (leads.why === 'ambiguous') return <AmbiguousStage campaign={campaign} source={source} {...leads} />
  if (leads.why === 'unavailable') {
    return <NotLookedUpStage ctx={ctx} campaign={campaign} source={source} postcode={leads.postcode} />
  }
  const { why, typed, retryAt, territory } = leads
  const words = unresolvedWords(why, typed, { ...(retryAt && { retryAt: timeAndDate(retryAt) }), territory })
  if (words.status !== 429) answerWith(words.status)
  const { nameError, postcodeError } = words
  const byName = Boolean(words.offersNames || nameError)
  const faults = [
    ...(nameError ? [{ field: 'constituency', message: nameError }] : []),
    ...(postcodeError ? [{ field: 'postcode', message: postcodeError }] : []),
  ]
  const isName = why === 'malformed' && (await isNameOfPlace(typed))
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
      {isName && (
        <p className="max-w-measure text-lead">
          <a className="link font-semibold" href={chooseAddress(campaign.slug, { find: typed.trim(), source })}>
            Find “{typed.trim()}” among constituencies, MPs and towns
          </a>
        </p>
      )}
      {byName && (
        <ConstituencyPicker
          slug={campaign.slug}
          postcode={typed}
          source={source}
          seats={await allSeats(ctx)}
          {...(nameError && { error: nameError })}
        />
      )}
      <PostcodeForm
        slug={campaign.slug}
        postcode={typed}
        source={source}
        error={postcodeError}
        heading={byName ? 'Or try another postcode' : undefined}
        byName={!byName}
      />
    </PublicPage>
  )
}

function NotAsked({ campaign, source }: { campaign: LiveCampaign; source: string }) {
  return (
    <PublicPage campaign={campaign}>
      <Stages at="postcode" />
      <PageTitle lead="Your MP is the one for where you live.">Find your MP</PageTitle>
      <PostcodeForm slug={campaign.slug} source={source} />
      <DraftOffer slug={campaign.slug} />
    </PublicPage>
  )
}

/** Whether it is no postcode because it is the name of a constituency, an MP or a town. */
async function isNameOfPlace(typed: string): Promise<boolean> {
  const ctx = publicContext()
  const name = typed.trim()
  if (name.length < 3 || name.length > 80) return false
  return searchSeats(await namedSeats(ctx), name, 1, await allTowns(ctx)).length > 0
}
