import { Checkbox } from '@/components/ui/choosing/checkbox'
import { Notice } from '@/components/ui/notice'
import type { UnchangedCopy } from '@/lib/campaigns/publishing/unchanged-copy'
import { counted } from '@/lib/kernel/text'

type Props = { campaign: string; copy: UnchangedCopy; ticked: boolean; error: string | undefined }

/** What a copy says as the other campaign does, each part a way to it, and the box that says it is meant. */
export function Unchanged({ campaign, copy: { from, parts }, ticked, error }: Props) {
  const named = parts.map(({ title }) => title).join(', ')
  return (
    <Notice
      look="held"
      heading={`${counted(parts.length, 'part is', 'parts are')} still as in ${from === null ? 'the campaign that it was copied from' : `“${from}”`}`}
    >
      <ul className="flex flex-wrap gap-x-6">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a className="link inline-flex min-h-target items-center" href={`/staff/campaigns/${campaign}/edit/${id}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <Checkbox
        name="meant"
        value={parts.map(({ id }) => id).join(',')}
        label={`These are meant to be the same: ${named}`}
        checked={ticked}
        error={error}
      />
    </Notice>
  )
}
