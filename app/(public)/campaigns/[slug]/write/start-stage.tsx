import type { FieldFault, LetterDraft } from '@/app/_server/form-state'
import { PublicPage } from '@/app/(public)/public-page'
import { DraftKeeper } from '@/components/letter/draft-keeper'
import { Envelope } from '@/components/letter/envelope'
import { Stages } from '@/components/letter/stages'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choices'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { TextArea } from '@/components/ui/text-area'
import type { LiveCampaign } from '@/lib/campaigns/find'
import type { Seat } from '@/lib/directory/lookup'
import { obstacle } from '@/lib/letters/obstacle'
import { CarriedFields } from './carried-fields'

type Props = { campaign: LiveCampaign; seat: Seat; draft: LetterDraft; faults: FieldFault[]; terminated: boolean }

/** Who the letter goes to, and what it is to say: own words first. */
export function StartStage({ campaign, seat, draft, faults, terminated }: Props) {
  const { content, slug } = campaign
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <PublicPage campaign={campaign}>
      <Stages at="mp" />
      <ErrorSummary faults={faults} />
      <PageTitle>{seat.mp ? 'Is this your MP?' : 'Your seat has no MP just now'}</PageTitle>
      <Envelope mp={seat.mp} constituency={seat.name} held={obstacle(seat) !== null} dissolved={seat.dissolved} />
      <p>
        {draft.postcode && <>For the postcode {draft.postcode}. </>}
        <a
          className="link"
          href={`/campaigns/${slug}/choose${draft.postcode ? `?postcode=${encodeURIComponent(draft.postcode)}` : ''}`}
        >
          Not your constituency?
        </a>
      </p>
      {terminated && (
        <Notice>This postcode is no longer in use. It still tells us where you live, so you can go on with it.</Notice>
      )}
      <Obstacle seat={seat} />
      <DraftKeeper slug={slug} />
      <form id="letter-form" method="post" action={`/campaigns/${slug}/write`} className="space-y-10">
        <CarriedFields draft={draft} step="start" leaveOut={['reason', 'ask']} />
        <div>
          <h2 className="text-h2">Your own words first</h2>
          <p className="mt-2 max-w-measure">
            Letters that say something of their own are read; identical ones are set aside. One or two sentences are
            enough, and they become the first paragraph of your letter.
          </p>
        </div>
        <TextArea
          name="reason"
          label={content.prompts[0]?.question ?? 'Why does this matter to you?'}
          hint={content.prompts[0]?.hint}
          error={errorOf('reason')}
          defaultValue={draft.reason}
          optional
        />
        <HelpToBegin prompts={content.prompts} />
        <Choices
          name="ask"
          kind="checkbox"
          legend="What should your letter ask for?"
          hint="Each one that is ticked brings a paragraph. You can change every word on the next page."
          error={errorOf('ask')}
          choices={content.asks.map((ask) => ({ value: ask.id, label: ask.title, hint: ask.summary }))}
          chosen={draft.asks}
        />
        <Button arrow>{seat.mp ? `Write to ${seat.mp.name}` : 'Write your letter'}</Button>
      </form>
    </PublicPage>
  )
}

/** What else one might write about, and beginnings to go on from, for those who find writing hard. */
function HelpToBegin({ prompts }: Pick<LiveCampaign['content'], 'prompts'>) {
  const starters = prompts.flatMap((prompt) => prompt.starters).slice(0, 5)
  return (
    <Details summary="Help me begin" look="plain">
      <div className="max-w-measure space-y-3">
        {prompts.slice(1).map(({ id, question, hint }) => (
          <p key={id}>
            <strong>{question}</strong> {hint}
          </p>
        ))}
        {starters.length > 0 && (
          <>
            <p>You might begin with:</p>
            <ul className="list-disc space-y-1 pl-6">
              {starters.map((starter) => (
                <li key={starter}>“{starter} …”</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Details>
  )
}

function Obstacle({ seat }: { seat: Seat }) {
  const why = obstacle(seat)
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
