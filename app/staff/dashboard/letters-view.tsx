import { Table } from '@/components/ui/table'
import { letterFigures } from '@/lib/figures/dashboard/letters'
import { namesOf } from '@/lib/figures/dashboard/names-of'
import { stepRates } from '@/lib/figures/dashboard/next-steps'
import { originalitySpread, type Spread } from '@/lib/figures/dashboard/originality-spread'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { OWN_WORDS_NOTICED } from '@/lib/figures/roll-up/letter-days'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped } from '@/lib/kernel/text'
import { HOUR, SECOND } from '@/lib/kernel/time/durations'
import { letterStateWords } from '@/lib/letters/state-words'
import type { Asked } from './view'
import { WordingsPart } from './wordings-part'

type Props = {
  ctx: Context
  asked: Asked
  campaigns: readonly { id: string; slug: string; name: string }[]
  /** Whether whoever looks may open the campaign's text. */
  mayEdit: boolean
}

/** The letters themselves: how they stand, what they ask, how much is their writers' own, and what came back. */
export async function LettersView({ ctx, asked, campaigns, mayEdit }: Props) {
  const [letters, replies, spread, steps] = await Promise.all([
    letterFigures(ctx, asked.scope),
    replyFigures(ctx, asked.scope),
    asked.campaign ? originalitySpread(ctx, asked.campaign.id) : null,
    stepRates(ctx, asked.scope),
  ])
  const names = await namesOf(ctx, asked.campaign ? [asked.campaign] : campaigns, {
    ask: letters.byAsk.map(({ ask: id, campaignId }) => ({ id, campaignId })),
    question: letters.byQuestion.map(({ question: id, campaignId }) => ({ id, campaignId })),
    step: steps.map(({ step: id, campaignId }) => ({ id, campaignId })),
  })
  const { asked: askedOf, realAnswer, acknowledgement, no, notExpected } = replies
  const told = realAnswer + acknowledgement + no + notExpected
  return (
    <div className="space-y-8">
      <p className="max-w-measure">
        {letters.halfWithin === null
          ? 'Nobody has confirmed a letter of these days yet.'
          : `Of those who confirmed, half did so within ${spanOf(letters.halfWithin)} of submitting, and nine in ten within ${spanOf(letters.mostWithin ?? 0)}.`}{' '}
        {counted(letters.unconfirmedAfterADay, 'letter is', 'letters are')} unconfirmed after a day.
      </p>
      <div className="grid gap-8 lg:grid-cols-2">
        <Counted
          caption="By state"
          rows={letters.byState.map(({ state, letters: many }) => ({
            key: state,
            what: letterStateWords[state],
            many,
          }))}
          whole={letters.byState.reduce((sum, { letters: many }) => sum + many, 0)}
        />
        <Counted
          caption="Asks that stand in confirmed letters, and in what share of the campaign’s"
          rows={letters.byAsk.map(({ campaignId, ask: id, letters: many, whole }) => ({
            key: `${campaignId} ${id}`,
            what: names.ask({ campaignId, id }),
            many,
            whole,
          }))}
        />
        <Counted
          caption={`What writers have said of replies, of the ${counted(askedOf, 'letter')} that they were asked about in these days`}
          rows={[
            { key: 'real', what: 'A real answer', many: realAnswer },
            { key: 'acknowledgement', what: 'Only an acknowledgement', many: acknowledgement },
            { key: 'no', what: 'No', many: no },
            { key: 'not-expected', what: 'They did not expect one', many: notExpected },
            { key: 'silent', what: 'Nothing yet', many: askedOf - told },
          ]}
          whole={askedOf}
        />
        <Table
          caption={ownWordsOf(letters.ownWords)}
          columns={[
            { label: 'Question answered' },
            { label: 'Letters', numeric: true },
            { label: `With ${OWN_WORDS_NOTICED} own words or more`, numeric: true },
          ]}
          rows={letters.byQuestion.map(({ campaignId, question: id, letters: many, own }) => ({
            key: `${campaignId} ${id}`,
            cells: [names.question({ campaignId, id }), grouped(many), `${grouped(own)} (${share(own, many)})`],
          }))}
        />
        <Table
          caption="Next steps: how often each was shown after a letter, and pressed. The links to share are pressed elsewhere: “Where people came from” has who came by them"
          columns={[
            { label: 'Step' },
            { label: 'Shown', numeric: true },
            { label: 'Pressed', numeric: true },
            { label: 'Share', numeric: true },
          ]}
          rows={steps.map(({ campaignId, step: id, shown, pressed }) => ({
            key: `${campaignId} ${id}`,
            cells: [
              names.step({ campaignId, id }),
              grouped(shown),
              ...(names.isPressedHere({ campaignId, id })
                ? [grouped(pressed), share(pressed, shown)]
                : ['not known', 'not known']),
            ],
          }))}
        />
      </div>
      {asked.campaign && <WordingsPart ctx={ctx} asked={asked} campaign={asked.campaign} mayEdit={mayEdit} />}
      {spread ? (
        <Originality spread={spread} />
      ) : (
        <p>
          Choose one campaign to see which of its wordings bring people through, and how much of its letters is their
          writers’ own.
        </p>
      )}
    </div>
  )
}

/** How many letters an office would take notice of; nothing is said of none. */
function ownWordsOf({ letters, own }: { letters: number; own: number }): string {
  const caption = 'Own words, of confirmed letters'
  return letters === 0 ? caption : `${caption}: ${share(own, letters)} have ${OWN_WORDS_NOTICED} or more`
}

type Row = { key: string; what: string; many: number; whole?: number }

/** Rows with their share: each of its own whole, or of the one of all. */
function Counted({ caption, rows, whole: ofAll = 0 }: { caption: string; rows: readonly Row[]; whole?: number }) {
  return (
    <Table
      caption={caption}
      columns={[{ label: 'What' }, { label: 'Letters', numeric: true }, { label: 'Share', numeric: true }]}
      rows={rows.map(({ key, what, many, whole = ofAll }) => ({
        key,
        cells: [what, grouped(many), share(many, whole)],
      }))}
    />
  )
}

/** How much of their letters people wrote themselves, and how like each other the letters to one MP are. */
function Originality({ spread: { bands, untold } }: { spread: Spread }) {
  const percent = (part: number) => Math.min(100, Math.round(part * 100))
  const told = bands.map(({ from, below, own, overlap }) => ({
    key: String(from),
    cells: [`${percent(from)} to ${percent(below)}%`, grouped(own), grouped(overlap)],
  }))
  return (
    <Table
      caption="Own words, and likeness to an earlier letter to the same MP: all letters of the campaign"
      columns={[
        { label: 'Share of the letter' },
        { label: 'Letters with so much of their writer’s own', numeric: true },
        { label: 'Letters with so much of another', numeric: true },
      ]}
      rows={[...told, { key: 'untold', cells: ['Too few different words to tell', grouped(untold), '–'] }]}
    />
  )
}

function spanOf(seconds: number): string {
  if (seconds < 90) return counted(Math.round(seconds), 'second')
  if (seconds < 5400) return counted(Math.round(seconds / 60), 'minute')
  return counted(Math.round((seconds * SECOND) / HOUR), 'hour')
}
