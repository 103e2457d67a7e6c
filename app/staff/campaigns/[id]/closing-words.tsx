import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/typing/text-area'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'

type Props = { campaign: StaffCampaign; typed: string | undefined; error: string | undefined }

/** What the page of a closed campaign says of what came of it, in the team's own words. */
export function ClosingWords({ campaign: { id, closingWords }, typed, error }: Props) {
  return (
    <Part id="closing" heading="What its page says at the end">
      <form id="words-form" method="post" action={`/staff/campaigns/${id}`} noValidate className="space-y-5">
        <TextArea
          name="words"
          label="A word from you"
          hint="It stands on the closed page, above the figures: what came of the letters, and what comes next. Plain text, an empty line between paragraphs, 2,000 characters at most. Left empty, the page thanks and shows the figures."
          rows={8}
          defaultValue={typed ?? closingWords ?? ''}
          error={error}
          optional
        />
        <Button look="second" name="do" value="words">
          Save
        </Button>
      </form>
    </Part>
  )
}
