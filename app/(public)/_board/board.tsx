import { Funnel } from '@/components/figures/funnel'
import { MapLegend } from '@/components/figures/map-legend'
import { type FunnelStep, funnelOf } from '@/lib/figures/dashboard/funnel'
import { mpAnswers } from '@/lib/figures/dashboard/mp-answers'
import { seatFigures } from '@/lib/figures/dashboard/places'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { definitions, standing } from '@/lib/figures/definitions'
import { mapShapes } from '@/lib/figures/map/draw'
import { fullMap } from '@/lib/figures/map/full-map'
import { size } from '@/lib/figures/map/layout'
import { legendOf, scaleFor } from '@/lib/figures/map/shades'
import { publicSeats } from '@/lib/figures/public/public-seats'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { counted, grouped, longDate, timeAndDate } from '@/lib/kernel/text'
import { londonDay } from '@/lib/kernel/time/day'
import { SHOWN_FROM } from '@/lib/supporters/under-five'
import { GoalCurve } from './goal-curve'

export type BoardCampaign = { id: string; name: string; goal: number; closedAt: Date | null }

type Props = {
  ctx: Context
  campaign: BoardCampaign
  /** The first day on which anything was counted. */
  began: string
  /** Whether outsiders read it: then what the public may not know of constituencies, and counts under 5, stay untold. */
  forOutsiders: boolean
}

/** A campaign on one sheet of A4: how many, the way to the goal, where people drop out, where from, and what came of it. */
export async function Board({ ctx, campaign, began, forOutsiders }: Props) {
  const scope = { campaignId: campaign.id, from: began, to: londonDay(ctx.now()) }
  const [sums, replies, seats] = await Promise.all([
    sumsOf(ctx, scope),
    replyFigures(ctx, scope),
    publicSeats(ctx, campaign.id),
  ])
  const told = (count: number) =>
    forOutsiders && count > 0 && count < SHOWN_FROM ? `under ${SHOWN_FROM}` : grouped(count)
  const facts = [
    { label: definitions.confirmed.label, value: told(sums.confirmed) },
    { label: definitions.accepted.label, value: told(sums.accepted) },
    { label: 'Constituencies reached', value: `${told(seats.constituencies)} of ${grouped(seats.seats.length)}` },
    { label: definitions.real_answer.label, value: told(sums.real_answer) },
  ]
  const Title = forOutsiders ? 'h1' : 'h2'
  return (
    <article className="board space-y-6 print:space-y-3">
      <header className="space-y-1">
        <Title className="text-h2">{campaign.name}</Title>
        <p className="text-muted">
          {`Since ${dayWords(began)}. As of ${timeAndDate(ctx.now())}.${forOutsiders ? ` Counts under ${SHOWN_FROM} are not told.` : ''}`}
        </p>
      </header>
      <dl className="grid grid-cols-2 border-l-2 border-t-2 border-edge sm:grid-cols-4 print:grid-cols-4">
        {facts.map(({ label, value }) => (
          <div
            key={label}
            className="flex flex-col-reverse justify-end border-b-2 border-r-2 border-edge px-3 py-2 print:py-1"
          >
            <dt className="leading-snug">{label}</dt>
            <dd className="text-h3 font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <GoalCurve ctx={ctx} campaign={campaign} withTable={false} />
      <div className="grid items-start gap-8 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] print:gap-6">
        <div className="space-y-6 print:space-y-3">
          <Funnel
            steps={funnelOf(sums, replies).map(({ step, count, whole }) => ({
              label: labelOf(step),
              count: forOutsiders && count !== null && count > 0 && count < SHOWN_FROM ? null : count,
              before: null,
              share:
                count === null || whole === null || (forOutsiders && count < SHOWN_FROM) ? '' : share(count, whole),
            }))}
          />
          <section className="space-y-1">
            <h2 className="text-base font-bold">What came of it</h2>
            {forOutsiders ? (
              <p>
                {`${told(replies.asked)} supporters were asked whether their MP had replied: ${told(replies.realAnswer)} told of a real answer, ${told(replies.acknowledgement)} of an acknowledgement alone.`}
              </p>
            ) : (
              <Answers ctx={ctx} scope={scope} />
            )}
          </section>
        </div>
        <BoardMap ctx={ctx} scope={scope} seats={seats} forOutsiders={forOutsiders} />
      </div>
    </article>
  )
}

type Scoped = { ctx: Context; scope: { campaignId: string; from: string; to: string } }

const NAMED_MOST = 5

async function Answers({ ctx, scope }: Scoped) {
  const all = await mpAnswers(ctx, scope)
  const answered = all.filter(({ answers }) => answers > 0)
  if (all.length === 0) return <p>Nobody has said yet whether their MP replied.</p>
  const named = answered.slice(0, NAMED_MOST).map(({ mp, seat, answers }) => `${mp ?? seat} (${grouped(answers)})`)
  return (
    <p>
      {`${counted(answered.length, 'MP')} gave a real answer, as their constituents told us${named.length > 0 ? `; most often ${named.join(', ')}` : ''}.`}
    </p>
  )
}

type MapProps = Scoped & { seats: Awaited<ReturnType<typeof publicSeats>>; forOutsiders: boolean }

async function BoardMap({ ctx, scope, seats, forOutsiders }: MapProps) {
  const { shapes, legend } = forOutsiders
    ? { shapes: mapShapes(seats.seats), legend: legendOf(scaleFor(seats.seats), seats.masking) }
    : fullMap(await seatFigures(ctx, scope))
  return (
    <figure className="space-y-2">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label="Supporters by constituency, one hexagon each"
        className="block h-auto w-full"
      >
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: markup of our own, with the names in it escaped. */}
        <g dangerouslySetInnerHTML={{ __html: shapes }} />
      </svg>
      <figcaption>
        <MapLegend legend={legend} />
      </figcaption>
    </figure>
  )
}

function labelOf(step: FunnelStep): string {
  return step === 'answered' ? standing.answered.label : definitions[step].label
}

function dayWords(day: string): string {
  return longDate(new Date(`${day}T12:00:00Z`))
}
