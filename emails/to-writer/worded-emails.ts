/** What an e-mail to a writer can have filled in, and what stands there. */
export const MAIL_PLACEHOLDERS = {
  mp: 'the MP, as “Rachel Blake MP”, or “your MP” where there is none',
  constituency: 'the constituency',
  campaign: 'the title of the campaign',
  name: 'the writer’s name',
  'written on': 'the day on which the letter was written',
  'sent on': 'the day on which the letter was sent',
} as const
export type MailPlaceholder = keyof typeof MAIL_PLACEHOLDERS

type Worded = {
  label: string
  /** What can be filled in. No name before its owner has confirmed the address: anybody can enter another person's. */
  holds: readonly MailPlaceholder[]
  /** Our words, in whose place a campaign can put its own. Beside no opening of ours, theirs comes first. */
  subject: string
  opening: readonly string[]
  /** What stands in it whatever a campaign writes, each in half a sentence. */
  always: readonly string[]
}

const CONFIRMING = [
  'what happens once it is confirmed, and that nothing happens without',
  'the button, the code, and until when they work',
  'what to do for somebody who did not write it',
]
const KEPT = ['why the letter waits, for how long at most, and what is to be done', 'the way to see where it is']
const MY_DATA = 'the way to one’s data'

/** The e-mails to writers in which a campaign can say things in its own words. */
export const wordedEmails = {
  confirm: {
    label: 'Asking to confirm',
    holds: ['mp', 'constituency', 'campaign'],
    subject: 'Confirm your letter to {mp}',
    opening: ['Your letter is written.'],
    always: CONFIRMING,
  },
  reminder: {
    label: 'Reminder to confirm',
    holds: ['mp', 'constituency', 'campaign', 'written on'],
    subject: 'Your letter to {mp} still waits for you',
    opening: ['The letter to {mp} that you wrote on {written on} is not confirmed yet.'],
    always: ['that this is the only reminder', ...CONFIRMING],
  },
  already: {
    label: 'To somebody who has written before',
    holds: ['mp', 'constituency', 'campaign'],
    subject: 'You have already written to {mp}',
    opening: [],
    always: ['that the address was entered again', 'that the first letter stands', MY_DATA],
  },
  copy: {
    label: 'The supporter’s copy',
    holds: ['mp', 'constituency', 'campaign', 'name', 'sent on'],
    subject: 'Your letter to {mp} is on its way',
    opening: ['Thank you for writing.'],
    always: ['that it has been sent, when and where to', 'the letter', 'what happens next', MY_DATA],
  },
  vacant: held('Kept, since the seat is vacant', 'Your letter is kept until there is an MP'),
  dissolved: held('Kept, since Parliament is dissolved', 'Your letter is kept until there is an MP'),
  'no-address-yet': held(
    'Kept, since no e-mail address of the new MP is listed yet',
    'Your letter waits for your MP’s e-mail address',
    ['mp'],
  ),
  'by-post': held('To be printed, since there is no e-mail address for the MP', 'Please post your letter to {mp}', [
    'mp',
  ]),
  review: held('Held until somebody of the team has looked', 'Your letter is looked at before it is sent'),
  released: released('Going on, since there is an MP', 'There is an MP: your letter goes to {mp}'),
  'has-address': released(
    'Going on, since there is an e-mail address',
    'There is an e-mail address: your letter goes to {mp}',
  ),
  undelivered: {
    label: 'Did not arrive',
    holds: ['mp', 'constituency', 'name'],
    subject: 'Your letter to {mp} did not arrive',
    opening: [],
    always: ['why it did not arrive', 'how to post it', 'the letter', MY_DATA],
  },
  reply: asking('Asking whether the MP has replied', 'Has {mp} replied to you?'),
  'reply-again': asking('Asking once more', 'Once more: has {mp} replied?'),
} as const satisfies Record<string, Worded>
export type WordedEmail = keyof typeof wordedEmails

/** What a campaign says in one e-mail in its own words, placeholders and all. */
export type OwnWords = {
  subject?: string | undefined
  opening?: string[] | undefined
  closing?: string[] | undefined
}
export type OwnEmails = Partial<Record<WordedEmail, OwnWords | undefined>>

function held(label: string, subject: string, more: readonly MailPlaceholder[] = []) {
  return {
    label,
    holds: [...more, 'constituency', 'campaign', 'name'],
    subject,
    opening: ['Thank you: your letter is confirmed, and you are counted in “{campaign}”.'],
    always: [...KEPT, MY_DATA],
  } satisfies Worded
}

function released(label: string, subject: string) {
  return {
    label,
    holds: ['mp', 'constituency', 'campaign', 'name'],
    subject,
    opening: [],
    always: ['why it goes now, and to whom', 'the way to see where it is', MY_DATA],
  } satisfies Worded
}

function asking(label: string, subject: string) {
  return {
    label,
    holds: ['mp', 'constituency', 'campaign', 'name', 'sent on'],
    subject,
    opening: ['On {sent on} your letter to {mp} was sent. Have you had an answer?'],
    always: [
      'the question, with a link for each answer',
      'when we ask again, if at all',
      'the way to stop these e-mails',
    ],
  } satisfies Worded
}
