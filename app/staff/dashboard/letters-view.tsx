import { share } from '@/components/figures/funnel'
import { Table } from '@/components/ui/table'
import { letterFigures, OWN_WORDS_NOTICED } from '@/lib/figures/dashboard/letters'
import { stepRates } from '@/lib/figures/dashboard/next-steps'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped } from '@/lib/kernel/text'
import { HOUR, SECOND } from '@/lib/kernel/time/durations'
import { originalitySpread, type Spread } from '@/lib/writing/originality/originality-spread'
import { namesOf } from './names-of'
import type { Asked } from './view'

type Props = { ctx: Context; asked: Asked; campaigns: readonly { slug: string }[] }

/** The letters themselves: how they stand, what they ask, how much is their writers' own, and what came back. */
export async function LettersView({ ctx, asked, campaigns }: Props) {
  const [letters, sums, spread, names, steps] = await Promise.all([
    letterFigures(ctx, asked.scope),
    sumsOf(ctx, asked.scope),
    asked.campaign ? originalitySpread(ctx, asked.campaign.id) : null,
    namesOf(ctx, asked.campaign ? [asked.campaign] : campaigns),
    stepRates(ctx, asked.scope),
  ])
  const replied = sums.real_answer + sums.acknowledgement + sums.no_answer + sums.not_expected
  return (
    <div className="space-y-8">
      <p className="max-w-measure">
        {letters.halfWithin === null
          ? 'Nobody has confirmed a letter of these days yet.'
          : `Of those who confirmed, half did so within ${spanOf(letters.halfWithin)} of submitting, and nine in ten within ${spanOf(letters.mostWithin ?? 0)}.`}{' '}
        {counted(letters.unconfirmedAfterADay, 'letter is', 'letters are')} unconfirmed after a day.
      </p>
      <div className="grid gap-8 lg:grid-cols-2">
        <Counted caption="By state" rows={letters.byState.map(({ state, letters: many }) => [state, many])} />
        <Counted
          caption="Asks that stand in confirmed letters"
          rows={letters.byAsk.map(({ ask, letters: many }) => [names.ask(ask), many])}
        />
        <Counted
          caption="What supporters said of replies"
          rows={[
            ['A real answer', sums.real_answer],
            ['Only an acknowledgement', sums.acknowledgement],
            ['No', sums.no_answer],
            ['They did not expect one', sums.not_expected],
          ]}
          of={replied}
        />
        <Table
          caption={ownWordsOf(letters.ownWords)}
          columns={[
            { label: 'Question answered' },
            { label: 'Letters', numeric: true },
            { label: `With ${OWN_WORDS_NOTICED} own words or more`, numeric: true },
          ]}
          rows={letters.byQuestion.map(({ question, letters: many, own }) => ({
            key: question,
            cells: [names.question(question), grouped(many), `${grouped(own)} (${share(own, many)})`],
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
          rows={steps.map(({ step, shown, pressed }) => ({
            key: step,
            cells: [
              names.step(step),
              grouped(shown),
              ...(names.isPressedHere(step) ? [grouped(pressed), share(pressed, shown)] : ['not known', 'not known']),
            ],
          }))}
        />
      </div>
      {spread ? (
        <Originality spread={spread} />
      ) : (
        <p>Choose one campaign to see how much of its letters is their writers’ own.</p>
      )}
    </div>
  )
}

/** How many letters an office would take notice of; nothing is said of none. */
function ownWordsOf({ letters, own }: { letters: number; own: number }): string {
  const caption = 'Own words, of confirmed letters'
  return letters === 0 ? caption : `${caption}: ${share(own, letters)} have ${OWN_WORDS_NOTICED} or more`
}

function Counted({ caption, rows, of }: { caption: string; rows: (readonly [string, number])[]; of?: number }) {
  const whole = of ?? rows.reduce((sum, [, many]) => sum + many, 0)
  return (
    <Table
      caption={caption}
      columns={[{ label: 'What' }, { label: 'Letters', numeric: true }, { label: 'Share', numeric: true }]}
      rows={rows.map(([what, many]) => ({ key: what, cells: [what, grouped(many), share(many, whole)] }))}
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
