import { noCampaignWords } from '@/app/staff/places'
import { staffPage } from '@/app/staff/staff-page'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { listCampaigns } from '@/lib/campaigns/list'
import { seatsByMp } from '@/lib/directory/seats-by-mp'
import { TextLetters } from './text-letters'

export const metadata = { title: 'How the letters read' }

const AT = '/staff/campaigns/letters'

/** One campaign at a time: its letters are drawn by the hundred to be counted. */
export default staffPage(
  {
    verb: 'campaigns.see',
    at: '/staff/campaigns',
    title: 'How the letters read',
    lead: 'What an office gets from a campaign’s text, for any MP, and what would make it better.',
  },
  async ({ ctx, member }, query) => {
    const typed = typeof query.mp === 'string' ? query.mp : ''
    const listed = await listCampaigns(ctx)
    const chosen = listed.find(({ slug }) => slug === query.campaign) ?? listed[0]
    const campaign = chosen && (await findStaffCampaign(ctx, chosen.id))
    if (!campaign) return <p>{noCampaignWords(member.limitedTo)}</p>
    const seats = await seatsByMp(ctx, typed)
    const { live, draft } = campaign
    return (
      <>
        <form method="get" action={AT} className="flex flex-wrap items-end gap-4">
          <label className="min-w-0 font-bold">
            Campaign
            <select name="campaign" defaultValue={campaign.slug} className="control w-full font-normal sm:max-w-md">
              {listed.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
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
        {live && (
          <TextLetters
            id="published"
            heading={live.id === draft.id ? 'Published; the draft is the same' : `Published: version ${live.number}`}
            ctx={ctx}
            campaign={campaign.id}
            content={live.content}
            typed={typed}
            seats={seats}
          />
        )}
        {live?.id !== draft.id && (
          <TextLetters
            id="draft"
            heading={`Draft: version ${draft.number}`}
            ctx={ctx}
            campaign={campaign.id}
            content={draft.content}
            typed={typed}
            seats={seats}
          />
        )}
      </>
    )
  },
)
