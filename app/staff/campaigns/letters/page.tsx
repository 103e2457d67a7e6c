import type { ReactNode } from 'react'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { listCampaigns } from '@/lib/campaigns/list'
import type { CampaignContent } from '@/lib/content/content'
import { findCampaign, type LiveCampaign } from '@/lib/content/find-campaign'
import { seatsByMp } from '@/lib/directory/seats-by-mp'
import { counted } from '@/lib/kernel/text'
import { slotName } from '@/lib/writing/lint/letter-slots'
import type { Lint } from '@/lib/writing/lint/lint'
import { lintInTurn } from '@/lib/writing/lint/lint-in-turn'
import { PreviewForMp } from './preview-for-mp'

export const metadata = { title: 'How the letters read' }

const AT = '/staff/campaigns/letters'

export default staffPage(
  {
    verb: 'campaigns.see',
    at: '/staff/campaigns',
    title: 'How the letters read',
    lead: 'What an office gets from each campaign’s published text, for any MP, and what would make it better.',
  },
  async ({ ctx }, query) => {
    const typed = typeof query.mp === 'string' ? query.mp : ''
    const listed = await listCampaigns(ctx)
    const live = await Promise.all(listed.map(({ slug }) => findCampaign(ctx, slug)))
    const seats = await seatsByMp(ctx, typed)
    return (
      <>
        <form method="get" action={AT} className="flex flex-wrap items-end gap-4">
          <TextField
            autoComplete="off"
            name="mp"
            label="Show the letter for an MP"
            hint="By name, or by constituency"
            defaultValue={typed}
          />
          <Button look="second">Show</Button>
        </form>
        {typed && seats.length === 0 && <p>No MP and no constituency is called “{typed}”.</p>}
        {live
          .filter((campaign) => campaign !== null)
          .map((campaign) => (
            <CampaignLetters key={campaign.id} campaign={campaign}>
              {seats.map((seat) => (
                <PreviewForMp key={seat.code} content={campaign.content} seat={seat} open={seats.length === 1} />
              ))}
            </CampaignLetters>
          ))}
      </>
    )
  },
)

async function CampaignLetters({ campaign, children }: { campaign: LiveCampaign; children: ReactNode }) {
  const lint = await lintInTurn(campaign.content)
  return (
    <Part id={campaign.slug} heading={campaign.content.title}>
      <div className="space-y-6">
        {children}
        <Figures lint={lint} asks={campaign.content.asks} />
        <Findings lint={lint} />
      </div>
    </Part>
  )
}

function Figures({ lint: { figures }, asks }: { lint: Lint; asks: CampaignContent['asks'] }) {
  return (
    <Table
      caption="Letters without own words"
      columns={[
        { label: 'To' },
        { label: 'Shortest, in words', numeric: true },
        { label: 'Longest', numeric: true },
        { label: 'Reading age', numeric: true },
        { label: 'Two at random have in common', numeric: true },
        { label: 'In 100 letters to one MP, the same sentence up to' },
      ]}
      rows={figures.map(({ group, shortest, longest, readingAge, inCommon, repeated }) => ({
        key: group ?? '',
        cells: [
          group ?? 'every MP in no group',
          shortest,
          longest,
          readingAge,
          `${Math.round(inCommon * 100)} %`,
          repeated ? `${counted(repeated.times, 'time')}: “${repeated.text}” (${slotName(repeated, asks)})` : 'never',
        ],
      }))}
    />
  )
}

function Findings({ lint: { findings } }: { lint: Lint }) {
  if (findings.length === 0) return <p>Nothing stands out: lengths, wordings and reading age are as they should be.</p>
  return (
    <ul className="max-w-measure list-disc space-y-1 pl-6">
      {findings.map(({ weight, field, message }) => (
        <li key={field + message}>
          <strong>{weight === 'fault' ? 'To mend' : 'To think about'}</strong> ({field}): {message}
        </li>
      ))}
    </ul>
  )
}
