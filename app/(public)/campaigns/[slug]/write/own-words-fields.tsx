import type { LetterDraft } from '@/app/_server/letter/posted-draft'
import { Starters } from '@/components/letter/starters'
import { TextArea } from '@/components/ui/typing/text-area'
import type { CampaignContent } from '@/lib/content/content'

type Props = { prompts: CampaignContent['prompts']; draft: LetterDraft; error: string | undefined }

const BOXES = ['reason', 'reason2', 'reason3'] as const

/** The prompts, a short box for each: what is typed becomes the letter's first paragraphs. */
export function OwnWordsFields({ prompts, draft, error }: Props) {
  return (
    <div className="space-y-8">
      <div>
        <h2 className="text-h2">Your own words first</h2>
        <p className="mt-2 max-w-measure">
          Letters that say something of their own are read; identical ones are set aside. One or two sentences in any of
          these boxes are enough, and they become the beginning of your letter. If you find writing hard, leave them
          empty: your letter will still be worded unlike the others.
        </p>
      </div>
      {prompts.slice(0, BOXES.length).map(({ id, question, hint, starters }, at) => {
        const name = BOXES[at] ?? 'reason'
        return (
          <div key={id}>
            <TextArea
              name={name}
              label={question}
              hint={hint}
              error={at === 0 ? error : undefined}
              defaultValue={draft[name]}
              rows={3}
              optional
            />
            <Starters field={name} starters={starters} />
          </div>
        )
      })}
    </div>
  )
}
