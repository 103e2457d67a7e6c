import { Details } from '@/components/ui/details'
import { Section } from '@/components/ui/section'
import type { CampaignContent } from '@/lib/content/content'
import { RichText } from './rich-text'

/** What people ask before they write. */
export function Questions({
  questions,
  heading = 'Questions people ask',
}: Pick<CampaignContent, 'questions'> & { heading?: string }) {
  if (questions.length === 0) return null
  return (
    <Section id="questions" heading={heading}>
      <div className="-mt-2">
        {questions.map(({ question, answer }) => (
          <Details key={question} summary={question}>
            <RichText text={answer} />
          </Details>
        ))}
      </div>
    </Section>
  )
}
