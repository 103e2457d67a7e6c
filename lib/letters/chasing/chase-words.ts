import type { ReplyAnswer } from '@/db/schema/index'
import { SUBJECT_MOST } from '@/lib/content/letter-limits'
import { longDate } from '@/lib/kernel/text'
import type { LetterWords } from '@/lib/letters/input'

type First = { id: string; acceptedAt: Date; text: { subject: string; body: string } }

type Beginning = (date: string, subject: string) => string

/** Of several, so that an office which is chased by many does not read one sentence again and again. */
const BEGINNINGS: [Beginning, ...Beginning[]] = [
  (date, subject) => `I wrote to you on ${date} about “${subject}”.`,
  (date, subject) => `On ${date} I sent you a letter with the subject “${subject}”.`,
  (date, subject) => `This is about the letter that I sent you on ${date}, “${subject}”.`,
]
const SO_FAR = {
  acknowledgement: 'Your office has acknowledged it, and I have had no answer to what it asks.',
  nothing: 'I have not had an answer.',
}
const REQUESTS: [string, ...string[]] = [
  'Would you let me know what you think of it, and what you will do? The letter is below.',
  'I would be grateful for your answer to it. You find it below.',
  'Please tell me where you stand on what it asks, and what you can do. I add it below.',
]

/** The second letter as it is offered to its writer, who edits it: short, and different from the next person's. */
export function chaseWords(first: First, answer: ReplyAnswer | null): LetterWords {
  const turn = Number.parseInt(first.id.replaceAll('-', '').slice(0, 8), 16)
  const beginning = pick(BEGINNINGS, turn)(longDate(first.acceptedAt), first.text.subject)
  const soFar = answer === 'acknowledgement' ? SO_FAR.acknowledgement : SO_FAR.nothing
  const request = pick(REQUESTS, Math.floor(turn / BEGINNINGS.length))
  return {
    subject: first.text.subject.startsWith('Re: ')
      ? first.text.subject
      : `Re: ${first.text.subject}`.slice(0, SUBJECT_MOST),
    body: `${beginning} ${soFar}\n\n${request}`,
  }
}

/** The whole text of the second letter: its writer's words, and the first below them. */
export function withFirstBelow(words: string, { acceptedAt, text }: Omit<First, 'id'>): string {
  return `${words}\n\nMy letter of ${longDate(acceptedAt)}:\n\n${text.body}`
}

function pick<Choice>(choices: readonly [Choice, ...Choice[]], turn: number): Choice {
  return choices[turn % choices.length] ?? choices[0]
}
