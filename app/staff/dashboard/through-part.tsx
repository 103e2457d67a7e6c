import { NO_SOURCE } from '@/app/staff/_figures/narrowed'
import { Bars } from '@/components/figures/chart/bars'
import { letterRates } from '@/lib/figures/dashboard/letter-rates'
import { namesOf } from '@/lib/figures/dashboard/names-of'
import { proportionOf } from '@/lib/figures/dashboard/proportion'
import { sourceFigures } from '@/lib/figures/dashboard/sources'
import type { Context } from '@/lib/kernel/context'
import { type Asked, addressOf } from './view'

const SHOWN = 6

/** Which sources and asks bring people through, and how sure that is. */
export async function ThroughPart({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const { campaign } = asked
  const [sources, rates] = await Promise.all([
    sourceFigures(ctx, asked.scope, 'source', SHOWN),
    campaign ? letterRates(ctx, asked.scope) : [],
  ])
  const idOf = (ask: string) => ({ id: ask, campaignId: campaign?.id ?? '' })
  const names = await namesOf(ctx, campaign ? [campaign] : [], {
    ask: rates.map(({ ask }) => idOf(ask)),
    question: [],
    step: [],
  })
  return (
    <div className="space-y-8">
      <Bars
        caption="Sources that bring supporters"
        empty="Nobody yet."
        bars={sources.map(({ name, supporters, viewed }) => ({
          key: name,
          name: name || 'no source given',
          count: supporters,
          href: addressOf(asked, { source: name || NO_SOURCE }),
          note: rateWords(supporters, viewed),
        }))}
      >
        <p className="text-muted">
          In brackets: supporters of page views, and between which shares the true one lies in nineteen of twenty cases
          (Wilson’s interval).
        </p>
      </Bars>
      {campaign && (
        <Bars
          caption="Asks, by who confirmed their letter"
          empty="Nobody yet."
          bars={rates.map(({ ask, submitted, confirmed }) => ({
            key: ask,
            name: names.ask(idOf(ask)),
            count: confirmed,
            note: rateWords(confirmed, submitted),
          }))}
        >
          <p className="text-muted">In brackets: of the letters submitted with it.</p>
        </Bars>
      )}
    </div>
  )
}

function rateWords(part: number, whole: number): string {
  if (whole === 0 || part > whole) return '(share not known)'
  const known = proportionOf(part, whole)
  if (!known) return '(too early to say)'
  return `(${percent(known.low)} to ${percent(known.high)}%)`
}

function percent(share: number): string {
  return share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100).toString()
}
