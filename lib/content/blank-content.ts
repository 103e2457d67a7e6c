import { contentOf } from './fields/fields'
import { USUAL_PALETTE } from './palettes'
import { usualConsent, usualPrompts, usualQuestions, usualThankYou } from './usual-texts'

/**
 * The text that a blank campaign starts with: what is true of this application whoever runs it, and beyond that only
 * the places to fill in.
 */
export function blankContent(): unknown {
  return contentOf(
    {
      'thankYou.title': usualThankYou.title,
      'thankYou.paragraphs': usualThankYou.paragraphs,
      'consent.wording': usualConsent.wording,
      nations: [],
      palette: USUAL_PALETTE,
      prompts: Object.keys(usualPrompts),
      ...Object.fromEntries(
        Object.values(usualPrompts).flatMap(({ id, ...prompt }) =>
          Object.entries(prompt).map(([key, said]) => [`prompts.${id}.${key}`, said]),
        ),
      ),
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
