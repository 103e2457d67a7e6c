import { textOf } from '@/app/_server/forms/fields'
import { left } from '@/app/_server/forms/make-form'
import { staffForm } from '@/app/_server/forms/staff-form'

/** The page itself opens the answer, and only where this form was posted: that is one audit row. */
export const form = staffForm({
  verb: 'answers.open',
  answer: async ({ sent }) => left('open', { letter: textOf(sent, 'letter') }),
})
