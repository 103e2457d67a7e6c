import { Bars } from '@/components/figures/chart/bars'
import { stuckFigures } from '@/lib/figures/dashboard/stuck'
import { standing } from '@/lib/figures/definitions'
import type { Context } from '@/lib/kernel/context'
import { longDate } from '@/lib/kernel/text'
import { heldWords, ruleWords } from '@/lib/letters/why-held'
import type { Asked } from './view'

type Props = { ctx: Context; asked: Asked; mayOpen: boolean }

/** What stands still now, whenever it was written, and why. */
export async function StuckPart({ ctx, asked, mayOpen }: Props) {
  const stuck = await stuckFigures(ctx, asked.scope.campaignId, asked.scope)
  const ofCampaign: Record<string, string> = asked.campaign ? { campaign: asked.campaign.id } : {}
  const bar = (name: string, count: number, query: Record<string, string>) => ({
    key: name,
    name,
    count,
    ...(mayOpen ? { href: `/staff/letters?${new URLSearchParams({ ...ofCampaign, ...query })}` } : {}),
  })
  const bars = [
    ...stuck.byReason.map(({ reason, rule, letters }) =>
      bar(`Held: ${heldWords[reason]}${rule ? ` (${ruleWords[rule]})` : ''}`, letters, {
        state: 'held',
        held: reason,
        ...(rule ? { rule } : {}),
      }),
    ),
    bar(standing.unconfirmed.label, stuck.unconfirmed, { state: 'unconfirmed' }),
    bar('Came back', stuck.bounced, { state: 'bounced' }),
    bar('Could not be sent', stuck.failed, { state: 'failed' }),
    bar(standing.queued.label, stuck.queued, { state: 'queued' }),
  ]
  const since = [...stuck.byReason.map((each) => each.since), stuck.queuedSince].flatMap((at) => at ?? [])
  const oldest = since.toSorted((a, b) => a.getTime() - b.getTime())[0]
  return (
    <Bars
      caption="Not through at this moment"
      empty="Nothing waits, and nothing came back."
      bars={bars.filter(({ count }) => count > 0)}
    >
      <p className="text-muted">
        <span>Letters of all days. </span>
        {oldest && <span>{`What has waited longest was confirmed on ${longDate(oldest)}.`}</span>}
      </p>
    </Bars>
  )
}
