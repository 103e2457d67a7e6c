import type { ReactNode } from 'react'
import { currentExchange } from '@/app/_server/exchange'
import { publicContext } from '@/app/_server/request'
import type { PreviewedCampaign } from '@/lib/campaigns/preview/find-previewed-version'
import { type PreviewState, previewStates } from '@/lib/campaigns/preview/in-state'
import { seatsOfEachKind } from '@/lib/content/seats-in-scope'

const stateWords: Record<PreviewState, string> = {
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
  before: 'Before launch',
}

type Props = { campaign: PreviewedCampaign; base: string; state: PreviewState }

/** Whose constituents a preview is seen by, and in which state of the campaign: each chip leads to the same page so. */
export async function PreviewChips({ campaign, base, state }: Props) {
  const { path, query } = currentExchange()
  const seats = await seatsOfEachKind(publicContext(), campaign.content)
  const asked = new URLSearchParams(query)
  const isPage = path === base
  const carried = asked.get('seat')
  return (
    <>
      <Row label="Written to">
        {seats.map(({ label, code }) => (
          <Chip key={label} href={`${isPage ? `${base}/letter` : path}?seat=${code}`} now={carried === code}>
            {label}
          </Chip>
        ))}
      </Row>
      <Row label="The page as">
        {previewStates.map((each) => (
          <Chip key={each} href={each === 'open' ? base : `${base}?state=${each}`} now={isPage && state === each}>
            {stateWords[each]}
          </Chip>
        ))}
      </Row>
    </>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-note">
      <span className="w-24 font-semibold">{label}</span>
      <ul className="flex flex-wrap gap-2">{children}</ul>
    </div>
  )
}

function Chip({ href, now, children }: { href: string; now: boolean; children: ReactNode }) {
  return (
    <li>
      <a
        href={href}
        aria-current={now ? 'true' : undefined}
        className="inline-flex min-h-target items-center border border-black px-2.5 no-underline aria-[current]:bg-black aria-[current]:text-white"
      >
        {children}
      </a>
    </li>
  )
}
