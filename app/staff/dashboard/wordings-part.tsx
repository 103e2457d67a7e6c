import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { whereWritten } from '@/lib/content/fields/where-written'
import { namesOf } from '@/lib/figures/dashboard/names-of'
import { LEAST_TO_SAY, proportionOf } from '@/lib/figures/dashboard/proportion'
import { WORDINGS_OF, type WordingFigures, wordingFigures } from '@/lib/figures/dashboard/wordings'
import { share } from '@/lib/figures/share'
import type { Context } from '@/lib/kernel/context'
import { counted, firstWords, grouped } from '@/lib/kernel/text'
import { SLOTS, type Slot } from '@/lib/writing/wordings/letter-kit'
import type { Asked } from './view'

type Campaign = NonNullable<Asked['campaign']>
type Props = { ctx: Context; asked: Asked; campaign: Campaign; mayEdit: boolean }

const slotWords: Record<Exclude<Slot, 'ask' | 'naming'>, string> = {
  subject: 'Subjects',
  opening: 'Openings',
  following: 'Openings after own words',
  mention: 'Sentences that name other asks',
  request: 'Requests',
  close: 'Closes',
}

/** Which wordings of one campaign bring people through, slot by slot; each leads to where it is written. */
export async function WordingsPart({ ctx, asked, campaign, mayEdit }: Props) {
  const [{ letters, wordings }, draft] = await Promise.all([
    wordingFigures(ctx, { ...asked.scope, campaignId: campaign.id }),
    mayEdit ? findStaffCampaign(ctx, campaign.id) : null,
  ])
  const idOf = (ask: string) => ({ id: ask, campaignId: campaign.id })
  const asks = [...new Set(wordings.flatMap(({ ask }) => ask || []))]
  const names = await namesOf(ctx, [campaign], { ask: asks.map(idOf), question: [], step: [] })
  const places = SLOTS.flatMap((slot) =>
    (slot === 'ask' || slot === 'naming' ? asks : ['']).map((ask) => ({
      key: `${slot} ${ask}`,
      title: titleOf(slot, () => names.ask(idOf(ask))),
      rows: wordings.filter((each) => each.slot === slot && each.ask === ask),
    })),
  ).filter(({ rows }) => rows.length > 0)
  const written = draft && whereWritten(draft.draft.content)
  const addressOf = ({ source }: WordingFigures) => {
    const place = written?.(source)
    return place && `/staff/campaigns/${campaign.id}/edit/${place.part}#${place.field}`
  }
  return (
    <section className="space-y-2" aria-label="Which wordings bring people through">
      <h2 className="text-h3">Which wordings bring people through</h2>
      <p className="max-w-measure text-muted">{ofWhich(letters)}</p>
      <div>
        {places.map(({ key, title, rows }) => (
          <Details key={key} look="plain" summary={`${title}: ${counted(rows.length, 'wording')}`}>
            <Table
              caption={title}
              captionHidden
              columns={[
                { label: 'Wording' },
                { label: 'Given', numeric: true },
                { label: 'Of letters with this slot', numeric: true },
                { label: 'Confirmed', numeric: true },
                { label: 'Of those given', numeric: true },
                { label: 'Interval', numeric: true },
              ]}
              rows={rows.map((row) => ({
                key: row.source,
                cells: [
                  <Words key="words" row={row} href={addressOf(row)} isGone={written !== null} />,
                  grouped(row.given),
                  share(row.given, row.whole),
                  grouped(row.confirmed),
                  row.given < LEAST_TO_SAY ? '–' : share(row.confirmed, row.given),
                  intervalWords(row),
                ],
              }))}
            />
          </Details>
        ))}
      </div>
    </section>
  )
}

function titleOf(slot: Slot, askName: () => string): string {
  if (slot === 'ask') return `Ask “${askName()}”`
  if (slot === 'naming') return `“${askName()}” in half a sentence`
  return slotWords[slot]
}

function ofWhich(letters: number): string {
  if (letters === 0) return 'No letter of these days has had a day to be confirmed.'
  const all =
    letters < WORDINGS_OF
      ? `Of the ${counted(letters, 'letter')} that were submitted in these days a day ago or before`
      : `Of the latest ${grouped(WORDINGS_OF)} letters that were submitted in these days a day ago or before`
  return `${all}. A letter is given sentences of several wordings, and counts for each of them. The interval is where the true share of those who confirm lies in nineteen of twenty cases (Wilson’s method).`
}

function Words({ row, href, isGone }: { row: WordingFigures; href: string | undefined | null; isGone: boolean }) {
  const words = firstWords(row.words)
  if (href) {
    return (
      <a className="link-plain" href={href}>
        {words}
      </a>
    )
  }
  return isGone ? (
    <span>
      {words} <span className="text-muted">(no longer in the draft)</span>
    </span>
  ) : (
    <span>{words}</span>
  )
}

function intervalWords({ given, confirmed }: WordingFigures): string {
  const known = proportionOf(confirmed, given)
  return known ? `${Math.round(known.low * 100)} to ${Math.round(known.high * 100)}%` : 'too early to say'
}
