import { contentOf } from './fields/fields'
import { firstCampaign } from './first-campaign'
import { usualConsent, usualQuestions, usualThankYou } from './usual-texts'

/**
 * The text that a blank campaign starts with: what is true of this application whoever runs it, and beyond that only
 * the places to fill in.
 */
export function blankContent(): unknown {
  const { prompts } = firstCampaign.content
  return contentOf(
    {
      'thankYou.title': usualThankYou.title,
      'thankYou.paragraphs': usualThankYou.paragraphs,
      'consent.wording': usualConsent.wording,
      nations: [],
      ...Object.fromEntries(
        ['letter.subjects', 'letter.openings', 'letter.requests', 'letter.closes'].map((key) => [key, ['', '']]),
      ),
      prompts: ['why'],
      'prompts.why.question': prompts[0]?.question ?? '',
      'prompts.why.hint': prompts[0]?.hint ?? '',
      'prompts.why.starters': prompts[0]?.starters.slice(0, 2) ?? [],
      questions: usualQuestions.map((_, at) => String(at)),
      ...Object.fromEntries(
        usualQuestions.flatMap(({ question, answer }, at) => [
          [`questions.${at}.question`, question],
          [`questions.${at}.answer`, answer],
        ]),
      ),
    },
    { consent: { version: usualConsent.version } },
  )
}
