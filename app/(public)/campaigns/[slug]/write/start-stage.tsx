import type { FieldFault } from '@/app/_server/forms/fields'
import { BOXES, type LetterDraft } from '@/app/_server/letter/posted-draft'
import type { Preview } from '@/app/(public)/preview-bar'
import { PublicPage } from '@/app/(public)/public-page'
import { chooseAddress } from '@/components/campaign/constituency/choose-address'
import { DraftKeeper } from '@/components/letter/draft-keeper'
import { Envelope } from '@/components/letter/envelope'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { asideOf, contentFor, groupOf } from '@/lib/content/content-for-mp'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import type { Seat } from '@/lib/directory/lookup'
import { whyNotEmailed } from '@/lib/letters/printed/why-not-emailed'
import { AsideStage } from './aside-stage'
import { CarriedFields } from './carried-fields'
import { boxesOf, OwnWordsBoxes, OwnWordsLead } from './own-words-fields'

type Props = {
  campaign: LiveCampaign
  seat: Seat
  draft: LetterDraft
  faults: FieldFault[]
  terminated: boolean
  preview?: Preview
}

/** Who the letter goes to, and what it is to say: own words first. */
export function StartStage({ campaign, seat, draft, faults, terminated, preview }: Props) {
  const aside = asideOf(campaign.content, seat)
  if (aside) return <AsideStage campaign={campaign} seat={seat} aside={aside} source={draft.source} preview={preview} />
  const { slug } = campaign
  const content = contentFor(campaign.content, groupOf(campaign.content, seat))
  const boxes = boxesOf(content.prompts)
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <PublicPage campaign={campaign} preview={preview}>
      <Stages at="mp" />
      <ErrorSummary faults={faults} />
      <PageTitle>{seat.mp ? 'Is this your MP?' : 'Your seat has no MP just now'}</PageTitle>
      <Envelope mp={seat.mp} constituency={seat.name} held={whyNotEmailed(seat) !== null} dissolved={seat.dissolved} />
      <p>
        {draft.postcode && <>For the postcode {draft.postcode}. </>}
        <a
          className="link"
          href={
            preview
              ? `${preview.base}/write?mp=`
              : chooseAddress(slug, { postcode: draft.postcode, source: draft.source })
          }
        >
          Not your constituency?
        </a>
      </p>
      {terminated && (
        <Notice>This postcode is no longer in use. It still tells us where you live, so you can go on with it.</Notice>
      )}
      <Obstacle seat={seat} />
      {!preview && <DraftKeeper slug={slug} />}
      <form
        id="letter-form"
        method="post"
        action={preview ? `${preview.base}/write` : `/campaigns/${slug}/write`}
        className="space-y-10"
      >
        <CarriedFields draft={draft} step="start" leaveOut={[...BOXES, 'without', 'ask']} />
        <OwnWordsLead prompts={content.prompts} />
        <OwnWordsBoxes boxes={boxes.before} draft={draft} error={errorOf('reason')} />
        <Choices
          name="ask"
          kind="checkbox"
          legend="What should your letter ask for?"
          hint={picking(content.asks.length)}
          error={errorOf('ask')}
          choices={content.asks.map((ask) => ({ value: ask.id, label: ask.title, hint: ask.summary }))}
          chosen={draft.asks}
        />
        <OwnWordsBoxes boxes={boxes.after} draft={draft} error={errorOf('reason')} />
        <div className="flex flex-wrap items-center gap-x-8 gap-y-3">
          <Button arrow>{seat.mp ? `Write to ${seat.mp.name}` : 'Write your letter'}</Button>
          <Button look="quiet" name="without" value="yes">
            Go on without words of my own
          </Button>
        </div>
      </form>
    </PublicPage>
  )
}

/** What becomes of what is picked: an office reads a letter that asks for one thing or two. */
function picking(asks: number): string {
  if (asks < 2) return 'You can change every word on the next page.'
  return 'Pick one or two: your letter makes the case for those. Pick more, and it names the others. Pick none, and it takes what your MP has been asked least. You can change every word on the next page.'
}

function Obstacle({ seat }: { seat: Seat }) {
  const why = whyNotEmailed(seat)
  if (why === 'vacant') {
    return (
      <Notice look="held" heading="You can still sign">
        <p>
          The seat of {seat.name} is vacant at present. Your letter is kept safe and goes to the new MP as soon as there
          is one; we will tell you when.
        </p>
      </Notice>
    )
  }
  if (why === 'dissolved') {
    return (
      <Notice look="held" heading="You can still sign">
        <p>
          Parliament is dissolved, so there are no MPs until the general election. Your letter is held until there is an
          MP for {seat.name}, and goes to whoever is elected; we will tell you when.
        </p>
      </Notice>
    )
  }
  if (why === 'no-email') {
    return (
      <Notice look="held" heading="This letter goes by post">
        <p>
          {seat.mp?.name} gives no e-mail address. You can still sign and be counted; at the end you get the letter laid
          out to print, to post to the House of Commons, London SW1A 0AA.
        </p>
      </Notice>
    )
  }
  return null
}
