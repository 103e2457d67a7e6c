import { type ReplyAnswer, replyAnswers } from '@/db/schema/index'

const labels: Record<ReplyAnswer, string> = {
  'real-answer': 'Yes, a real answer',
  acknowledgement: 'Only an acknowledgement',
  no: 'No',
  'not-expected': 'I did not expect one',
}

/** The answers to the question whether an MP has replied, in the words and the order of the e-mail and of its page. */
export const answersToChoose: readonly { value: ReplyAnswer; label: string }[] = replyAnswers.map((value) => ({
  value,
  label: labels[value],
}))

/** Which of them an address or a form names; `null` for anything else. */
export function answerNamed(text: string | undefined): ReplyAnswer | null {
  return replyAnswers.find((answer) => answer === text) ?? null
}

/** An answer as its writer has pressed it. */
export function answerLabel(answer: ReplyAnswer): string {
  return labels[answer]
}
