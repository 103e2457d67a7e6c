import { GoalCurve } from '@/app/(public)/_board/goal-curve'
import { narrowingOf } from '@/app/staff/_figures/narrowed'
import { Funnel } from '@/components/figures/funnel'
import { WhatIsCounted } from '@/components/figures/what-is-counted'
import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import type { Measure } from '@/db/schema/index'
import { type FunnelStep, funnelOf } from '@/lib/figures/dashboard/funnel'
import { replyFigures } from '@/lib/figures/dashboard/replies'
import { sumsOf } from '@/lib/figures/dashboard/sums'
import { definitions, standing } from '@/lib/figures/definitions'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { grouped } from '@/lib/kernel/text'
import { londonDay } from '@/lib/kernel/time/day'
import { AnswersPart } from './answers-part'
import { Course } from './course'
import { StuckPart } from './stuck-part'
import { ThroughPart } from './through-part'
import { Tiles } from './tiles'
import type { Asked } from './view'
import { WherePart } from './where-part'

type Props = {
  ctx: Context
  asked: Asked
  campaigns: readonly { id: string; goal: number; closedAt: Date | null }[]
  /** The first day on which anything was counted. */
  began: string | null
  /** Whether whoever looks may open the letters. */
  mayOpen: boolean
}

/** Everything that is asked first: how many, how fast, where from, where people drop out, what is stuck, who answered. */
export async function Overview({ ctx, asked, campaigns, began, mayOpen }: Props) {
  const [now, before, replies, repliesBefore] = await Promise.all([
    sumsOf(ctx, asked.scope),
    sumsOf(ctx, asked.before),
    replyFigures(ctx, asked.scope),
    replyFigures(ctx, asked.before),
  ])
  const funnel = funnelOf(now, replies)
  const funnelBefore = funnelOf(before, repliesBefore)
  const campaign = campaigns.find(({ id }) => id === asked.campaign?.id)
  const isNarrowed = Object.keys(narrowingOf(asked.query)).length > 0
  return (
    <div className="space-y-10">
      <Tiles
        asked={asked}
        now={now}
        before={before}
        isWhole={isComparable(asked, began, londonDay(ctx.now()))}
        unknown={funnel.flatMap(({ step, count }) => (count === null ? [step] : []))}
      />
      <Course ctx={ctx} asked={asked} began={began} />
      <div className="grid items-start gap-10 lg:grid-cols-2">
        {campaign && !isNarrowed ? (
          <GoalCurve ctx={ctx} campaign={campaign} />
        ) : (
          <p className="text-muted">
            {isNarrowed
              ? 'The goal is of the whole campaign: take the filter off to see the way to it.'
              : 'Choose one campaign to see the way to its goal.'}
          </p>
        )}
        <div className="space-y-3">
          <Funnel
            steps={funnel.map(({ step, count, whole }, at) => ({
              label: labelOf(step),
              count,
              before: funnelBefore[at]?.count ?? null,
              share: count === null || whole === null ? '' : share(count, whole),
            }))}
          />
          <p className="text-muted">{ofCaches(ctx)}</p>
        </div>
      </div>
      <div className="grid items-start gap-10 lg:grid-cols-3">
        <WherePart ctx={ctx} asked={asked} />
        <ThroughPart ctx={ctx} asked={asked} />
        <div className="space-y-8">
          <StuckPart ctx={ctx} asked={asked} mayOpen={mayOpen} />
          <AnswersPart ctx={ctx} asked={asked} />
        </div>
      </div>
      <div>
        <Details look="plain" summary="Staying in touch, and what went wrong">
          <WentWrong now={now} before={before} />
        </Details>
        <WhatIsCounted figures={[...Object.values(definitions), ...Object.values(standing)]} />
      </div>
    </div>
  )
}

/** Whether a span and the one before are of the same length: the campaign ran through both, and today is not much of it. */
function isComparable({ span }: Asked, began: string | null, today: string): boolean {
  const isShort = span.to >= today && span.days <= 7
  return began !== null && began <= span.before.from && !isShort
}

type SumsOf = Awaited<ReturnType<typeof sumsOf>>

function WentWrong({ now, before }: { now: SumsOf; before: SumsOf }) {
  const line = (label: string, of: (sums: SumsOf) => string) => ({ key: label, cells: [label, of(now), of(before)] })
  const counted = (measure: Measure) => line(definitions[measure].label, (sums) => grouped(sums[measure]))
  return (
    <Table
      caption="Staying in touch, and what went wrong"
      captionHidden
      columns={[{ label: 'What' }, { label: 'This span', numeric: true }, { label: 'Span before', numeric: true }]}
      rows={[
        counted('opted_in'),
        line('Of those who confirmed', ({ opted_in, confirmed }) => share(opted_in, confirmed)),
        counted('unsubscribed'),
        counted('bounced'),
        counted('failed'),
        counted('by_writer'),
      ]}
    />
  )
}

function labelOf(step: FunnelStep): string {
  return step === 'answered' ? standing.answered.label : definitions[step].label
}

/** What is not known of pages that a cache in front gives out. */
function ofCaches({ env }: Context): string {
  return env.sharedCache
    ? 'Views, and MPs found, are told by the pages’ own script: how many came without scripts is not known.'
    : 'What comes out of a cache in front of this server is not seen here, unless SHARED_CACHE is set.'
}
