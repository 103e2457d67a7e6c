import { z } from 'zod'
import { ROW_ID } from '@/lib/kernel/id'
import { accentFaultSaid, accentHolds } from './accent/own-accent'
import { fitsCharity } from './consent-charity'
import { consentKinds } from './consent-kinds'
import { mention, mentions, paragraphs, subjects, wordings } from './content-slots'
import { idOf, line, listOf, pageText, part } from './content-text'
import { distinctIds } from './distinct'
import { emailWords } from './email-words'
import { groupsFitAsks, mpGroup, nations } from './mp-groups'
import { nextSteps } from './next-steps'
import { palette } from './palettes'
import { source } from './source/schema'
import { voices } from './voices'

const ask = part('Ask', {
  id: idOf('Ask'),
  title: line('Title of an ask', 80),
  /** Read aloud as an item of a list: a full sentence. */
  summary: line('Summary of an ask', 240),
  wordings: wordings('Wordings of an ask'),
  /** How it is named in half a sentence where another is argued: completes “They also asked Britain to …”. */
  mention: mention('Half a sentence for an ask').optional(),
})

const concern = part('Concern', {
  id: idOf('Concern'),
  title: line('Title of a concern', 80),
  text: line('Text of a concern', 800),
  /** Where the source says it, or what else backs it: "Footnote 1, as cited in the release". */
  citation: line('Citation of a concern', 160).optional(),
})

const quote = part('Quote', {
  id: idOf('Quote'),
  text: line('Words of a quote', 300),
  who: line('Who is quoted', 80),
  place: line('Place of who is quoted', 80).optional(),
  /** That they let us show it, in public and by that name. */
  leave: z.literal(true, {
    error: 'Leave for a quote: show it only with the leave of whoever said it, and tick that.',
  }),
})

/** Where a supporter's own words can stand in a letter. */
export const PLACES = ['opening', 'ask', 'request'] as const
export type Place = (typeof PLACES)[number]

const prompt = part('Prompt', {
  id: idOf('Prompt'),
  question: line('Question of a prompt', 140),
  hint: line('Hint of a prompt', 300),
  /** Where in the letter the answer stands: before the opening, beside the ask that is argued, with the request. */
  place: z.enum(PLACES, { error: `Place of an answer: one of ${PLACES.join(', ')}.` }).default('opening'),
  /** An answer of the kind that is read, and one of the kind that offices skip. */
  good: line('Example of a good answer', 300).optional(),
  skipped: line('Example of an answer that is skipped', 300).optional(),
  /** Beginnings to click, which the writer goes on from. */
  starters: listOf('Starters of a prompt', line('Starter of a prompt', 120), { least: 0, most: 6 }),
})

/**
 * All text of one version of a campaign. Letters' texts may hold {mp}, {constituency} and {nation}, and alternatives
 * (wordings/alternatives.ts).
 */
export const campaignContent = part('Content of the campaign', {
  title: line('Title', 90),
  /** One sentence: what is asked, of whom. */
  summary: line('Summary', 280),
  /** The accent of its pages: one of ours, or its own, kept while another is chosen. */
  palette,
  accent: z.string().optional(),
  story: paragraphs('Story', 12),
  source,
  /** Completes "It asks MPs …" in the e-mail that asks about a reply: starts with "to". */
  recipientAsk: line('What the MP is asked', 160).regex(/^to /, { error: 'What the MP is asked: start with "to".' }),
  /** Begins the sentence that each ask ends: "That the British government should:". */
  asksLead: line('Words before the asks', 120).optional(),
  asks: listOf('Asks', ask, { least: 1, most: 8 }).superRefine(distinctIds('Asks')),
  concerns: listOf('Concerns', concern, { least: 0, most: 20 }).superRefine(distinctIds('Concerns')),
  letter: part('Letter', {
    subjects: subjects('Subjects'),
    openings: wordings('Openings'),
    /** In place of an opening where the supporter's own words stand first, which they follow on from. */
    followings: wordings('Openings after own words').optional(),
    /** Name, in half a sentence, the asks that a letter does not argue: {others}. */
    mentions: mentions('Sentences that name other asks').optional(),
    requests: wordings('Requests'),
    closes: wordings('Closes'),
    /** What staff call the campaign's own voice. */
    voice: line('Name of the first voice', 40).optional(),
  }),
  voices,
  prompts: listOf('Prompts', prompt, { least: 1, most: 3 }).superRefine(distinctIds('Prompts')),
  /** Where supporters may add a telephone number for the MP's office: what is said beside the field. */
  phoneHint: line('Why a telephone number may be given', 200).optional(),
  consent: part('Consent', {
    version: z.string({ error: 'Version of the consent: missing.' }).regex(/^[a-z0-9][a-z0-9.-]{0,19}$/, {
      error: 'Version of the consent: at most 20 small letters, digits, dots and hyphens.',
    }),
    wording: line('Wording of the consent', 600),
    kind: z.enum(consentKinds, { error: 'How updates are asked for: choose one of those shown.' }).default('box'),
    /** Who may use the soft opt-in: a charity, which whoever chose it has said to be one. */
    charityName: z.string().optional(),
    charityNumber: z.string().optional(),
    charityDeclared: z.boolean().optional(),
  }).superRefine(fitsCharity),
  thankYou: part('Thank-you', {
    title: line('Title of the thank-you', 90),
    /** Where the letter goes by e-mail. The others say what they do not; without them the usual texts stand there. */
    paragraphs: paragraphs('Thank-you', 6),
    kept: paragraphs('Thank-you for a letter that is kept', 6).optional(),
    awaited: paragraphs('Thank-you for a letter that waits for an address', 6).optional(),
    toPost: paragraphs('Thank-you for a letter to post', 6).optional(),
  }),
  /** With a link after it, short enough for any network. */
  share: part('Sharing', {
    text: line('Text for sharing', 240),
    /** In place of it where the letter has not gone, so that nobody says that it has. */
    unsent: line('Text for sharing before it has gone', 240).optional(),
    /** Shown where a link to the campaign is posted. */
    image: part('Picture for sharing', {
      id: z.string().regex(ROW_ID, { error: 'Picture for sharing: upload it anew.' }),
      alt: line('The picture in words', 200),
    }).optional(),
  }),
  /** The campaign's own words in the e-mails to writers. */
  emails: emailWords.optional(),
  /** What can be done after the letter. */
  nextSteps,
  /** A still that the page shows below its form. */
  picture: part('Picture of the page', {
    image: part('Picture of the page', {
      id: z.string().regex(ROW_ID, { error: 'Picture of the page: upload it anew.' }),
      alt: line('The picture of the page in words', 200),
    }).optional(),
  }).optional(),
  /** What supporters have said and let us show, named as they wish. */
  quotes: listOf('Quotes', quote, { least: 0, most: 6 }).superRefine(distinctIds('Quotes')).optional(),
  questions: listOf(
    'Questions',
    part('Question', { question: line('Question', 140), answer: pageText('Answer', 1200) }),
    {
      least: 0,
      most: 20,
    },
  ),
  /** Press contacts: those that somebody else's source prints, or the campaign's own. */
  contacts: listOf(
    'Press contacts',
    part('Press contact', {
      name: line('Name of a press contact', 80),
      phone: line('Telephone of a press contact', 30).regex(/^[\d ()+-]+$/, {
        error: 'Telephone of a press contact: digits, spaces, brackets, + and - only.',
      }),
    }),
    { least: 0, most: 6 },
  ),
  /** Where the campaign is for some nations only; none named means all four. */
  nations: nations('Nations of the campaign').default([]),
  /** MPs who get other wording, or none; the first that fits counts. */
  groups: listOf('Groups of MPs', mpGroup, { least: 0, most: 20 })
    .superRefine(distinctIds('Groups of MPs'))
    .default([]),
})
  .superRefine(groupsFitAsks)
  .refine(accentHolds, accentFaultSaid)
export type CampaignContent = z.infer<typeof campaignContent>
