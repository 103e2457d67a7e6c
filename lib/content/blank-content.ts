import { contentOf } from './fields/fields'
import { firstCampaign } from './first-campaign'

/** Questions of the first campaign that are about its own source. */
const ABOUT_ITS_SOURCE = 2

/**
 * The text that a blank campaign starts with: what is true of this application whoever runs it, and beyond that only
 * the places to fill in.
 */
export function blankContent(): unknown {
  const { consent, thankYou, prompts, questions } = firstCampaign.content
  return contentOf(
    {
      'thankYou.title': thankYou.title,
      'thankYou.paragraphs': thankYou.paragraphs,
      'consent.wording': consent.wording,
      nations: [],
      ...Object.fromEntries(
        ['letter.subjects', 'letter.openings', 'letter.requests', 'letter.closes'].map((key) => [key, ['', '']]),
      ),
      prompts: ['why'],
      'prompts.why.question': prompts[0]?.question ?? '',
      'prompts.why.hint': prompts[0]?.hint ?? '',
      'prompts.why.starters': prompts[0]?.starters.slice(0, 2) ?? [],
      questions: questions.slice(ABOUT_ITS_SOURCE).map((_, at) => String(at)),
      ...Object.fromEntries(
        questions.slice(ABOUT_ITS_SOURCE).flatMap(({ question, answer }, at) => [
          [`questions.${at}.question`, question],
          [`questions.${at}.answer`, answer],
        ]),
      ),
    },
    { consent: { version: consent.version } },
  )
}
