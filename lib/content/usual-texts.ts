import { ADDRESS_WAIT } from '@/lib/directory/address-awaited'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import type { ConsentKind } from './consent-kinds'
import type { CampaignContent } from './content'
import { WHO_OPENS_LETTERS } from './who-opens-letters'

/** What is asked about updates, for each way of asking; true whoever runs the installation. */
export const usualConsents: Record<ConsentKind, string> = {
  box: 'Yes, e-mail me updates on this campaign. I agree that the organisation that runs this site may keep my name, my e-mail address, my postcode, my constituency and the fact that I took part, and pass them on to the systems that it sends updates with, so as to send them. I can change my mind at any time.',
  choice:
    'May we e-mail you updates on this campaign? If you say yes, the organisation that runs this site keeps your name, your e-mail address, your postcode, your constituency and the fact that you took part, and passes them on to the systems that it sends updates with, so as to send them. You can change your mind at any time.',
  'soft-opt-in':
    'We e-mail you news of this campaign and of our other work, unless you tick the box. For that we keep your name, your e-mail address, your postcode, your constituency and the fact that you took part, and pass them on to the systems that we send news with. You can stop it at any time.',
}

/** What the first campaign, and a blank one, asks. */
export const usualConsent: CampaignContent['consent'] = {
  version: '2026-11.2',
  kind: 'box',
  wording: usualConsents.box,
}

const PASS_ON =
  'If you know somebody in another constituency who would want to write, please pass the campaign on: the link for that stands on this page. Each MP answers only the people who live in their own.'

/** What stands on the page after a letter is confirmed that goes by e-mail; true of any campaign. */
export const usualThankYou: CampaignContent['thankYou'] = {
  title: 'Thank you for writing',
  paragraphs: [
    'What an MP’s office looks for is a letter in a person’s own name, with an address in the constituency. Yours is one.',
    'A copy comes to you by e-mail when it is sent. Offices answer in their own time: some in days, many in weeks. An answer comes straight to you, and two weeks after sending we ask you whether there was one.',
    PASS_ON,
  ],
}

/** The same of a letter that is kept until there is an MP. */
export const usualThankYouKept = [
  'Thank you. What an MP’s office looks for is a letter in a person’s own name, with an address in the constituency. Yours is one, and it is there for whoever comes.',
  PASS_ON,
]

/** The same of a letter that is kept until an e-mail address of the MP is listed. */
export const usualThankYouAwaited = [
  'Thank you. What an MP’s office looks for is a letter in a person’s own name, with an address in the constituency. Yours is one, and it keeps its place until your MP can be written to.',
  PASS_ON,
]

/** The same of a letter that its writer prints and posts. */
export const usualThankYouToPost = [
  'Thank you. A letter on paper, in a person’s own name and with an address in the constituency, is what an MP’s office looks for. Once yours is in the post, tell us on the page where you printed it, so that it is counted as sent and does not go by e-mail as well. An answer comes straight to you.',
  PASS_ON,
]

/** What supporters are asked of any cause; a campaign adds examples and beginnings of its own. */
export const usualPrompts = {
  touched: {
    id: 'touched',
    place: 'opening',
    question: 'Has this touched you, your family, your work, your faith or your town?',
    hint: 'One or two true sentences. If nothing comes to mind, say how you came to hear of it.',
    skipped: 'I am deeply concerned about this very important issue.',
    starters: ['A friend of mine', 'At work, I', 'My family', 'In our town,'],
  },
  why: {
    id: 'why',
    place: 'ask',
    question: 'Why does what you ask for matter to you?',
    hint: 'In a whole sentence or two.',
    skipped: 'All of these demands are vital and must be met without delay.',
    starters: ['What matters most to me is', 'I ask about this because', 'As a parent, I', 'In my work I have seen'],
  },
  answer: {
    id: 'answer',
    place: 'request',
    question: 'What would you like to hear back?',
    hint: 'A question of your own to the government, if you have one, or what you would want to see done.',
    skipped: 'I look forward to your urgent action on this matter.',
    starters: ['I would like to know whether', 'Please tell me if', 'In your answer, please say'],
  },
} satisfies Record<string, CampaignContent['prompts'][number]>

/** Answers that are true of this application, whoever runs it and for whatever campaign: keep them so when it changes. */
export const usualQuestions: CampaignContent['questions'] = [
  {
    question: 'Why do you ask for my address, and who sees it?',
    answer: `MPs take up matters only for people who live in their constituency, so your name and postal address stand in your letter, and your MP’s office sees them. They are never shown to the public. ${WHO_OPENS_LETTERS} We keep your address encrypted and erase it, with the letter’s text, {letters kept} after the letter was delivered or failed for good.`,
  },
  {
    question: 'Can I write to an MP who is not mine?',
    answer:
      'No. By custom MPs deal with their own constituents, and would pass your letter on or leave it. Your postcode decides who yours is. If it lies in more than one constituency, or we have the wrong one, you can choose another by name.',
  },
  {
    question: 'Can I change the letter?',
    answer:
      'Yes, all of it. Answer the questions in your own words: your answers stand in the letter as you write them. Pick what matters most to you, then alter the subject and the text as you like. The greeting and your name at the end are added when it is sent. A small line below says that a campaign helped, and how much is your own. You see the whole letter before you send anything.',
  },
  {
    question: 'Why do I have to confirm by e-mail?',
    answer: `So that nobody else can write with your e-mail address, and so that your MP’s reply finds you. We send you a link; open it and press the button: then the letter goes on its way, or is kept where there is no MP or no address of a new one yet, or is made ready to post where the MP takes no e-mail. The link works for ${CONFIRM_LINK_DAYS} days. If it is not used, nothing goes to your MP, and all that you gave us is erased.`,
  },
  {
    question: 'What if my seat has no MP, or I have a BFPO address?',
    answer: `If there is no MP for your constituency just now, you can still sign: we hold your letter until there is one. If your MP is new and no e-mail address is listed yet, we hold it for that, and after ${ADDRESS_WAIT} lay it out for you to post. With a BFPO postcode, use that of your home address in the United Kingdom, or of the one where you are registered to vote. Jersey, Guernsey and the Isle of Man have no MP at Westminster, so from there we cannot send a letter.`,
  },
  {
    question: 'What happens to my data?',
    answer:
      'What you give us is encrypted, and used to send your letter and to tell you what became of it. The letter and your address are erased {letters kept} after it was delivered or failed for good. Your name, e-mail and postcode are erased {kept after closing} after the campaign closes or {kept after signing} after you signed, whichever comes first; if you get updates, when you leave. You can see what we hold, or have it erased, at any time.',
  },
]
