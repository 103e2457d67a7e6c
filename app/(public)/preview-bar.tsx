import { currentExchange } from '@/app/_server/exchange'
import { Unbroken } from '@/components/ui/unbroken'
import type { PreviewedCampaign } from '@/lib/campaigns/preview/find-previewed-version'
import type { PreviewState } from '@/lib/campaigns/preview/in-state'
import { longDate } from '@/lib/kernel/text'
import { PreviewChips } from './preview-chips'

/** A version to be shown before it is live, as in a state; `until` when its link works, `null` for a member of the team. */
export type Preview = { campaign: PreviewedCampaign; base: string; until: Date | null; state: PreviewState }

/** Says that a page is a preview, of what, and how long it can be seen; leads to the other things of the draft. */
export function PreviewBar(preview: Preview) {
  const { campaign, base, until } = preview
  const seat = new URLSearchParams(currentExchange().query).get('seat')
  const places = [
    [base, 'The page'],
    [`${base}/write`, 'Writing'],
    [`${base}/letter`, 'A letter'],
    [`${base}/sent`, 'Check your e-mail'],
    [`${base}/confirm`, 'Confirming'],
    [`${base}/thanks`, 'Thank-you'],
    [`${base}/emails`, 'The e-mails'],
  ] as const
  return (
    <aside
      aria-label="Preview"
      className="mb-6 border-[0.2222rem] border-edge bg-amber px-4 py-3 text-black print:hidden"
    >
      <p className="text-note">
        <Unbroken>
          <strong>Preview of version {campaign.number}.</strong> It may never go live, and nothing that you do here
          counts.
          {until && ` This link works until ${longDate(until)}: it is not for passing on.`}
        </Unbroken>
      </p>
      <ul className="flex flex-wrap gap-x-5 text-note">
        {places.map(([href, label]) => (
          <li key={href}>
            <a
              href={seat && href !== base ? `${href}?${new URLSearchParams({ seat })}` : href}
              className="link-plain inline-flex min-h-target items-center font-semibold"
            >
              {label}
            </a>
          </li>
        ))}
        {!until && (
          <li>
            <a
              href={`/staff/campaigns/${campaign.id}/edit/summary`}
              className="link-plain inline-flex min-h-target items-center font-semibold"
            >
              Back to the text
            </a>
          </li>
        )}
      </ul>
      <PreviewChips {...preview} />
    </aside>
  )
}
