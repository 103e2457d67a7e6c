import type { CampaignContent } from './content'
import { asks } from './first-campaign/asks'
import { concerns } from './first-campaign/concerns'
import { letter } from './first-campaign/letter'
import { questions } from './first-campaign/questions'

// Source of every statement about events: HART's press release of 6 October 2020, which is quoted and
// never spoken for. Nothing that it does not state is stated, and nothing later than its date.
const content: CampaignContent = {
  title: 'Ask your MP to press for a ceasefire in Nagorno-Karabakh',
  summary:
    'Ask your MP to urge the Foreign Secretary to back the United Nations’ call on Azerbaijan for an immediate end to hostilities in Nagorno-Karabakh, the land whose historic name is Artsakh.',
  palette: 'commons',
  story: [
    'On 6 October 2020 the Humanitarian Aid Relief Trust (HART) put out a statement on Nagorno-Karabakh, which it calls a historically Armenian land, with the historic name of Artsakh. It describes military offensives by Azerbaijan and Turkey that were growing in force. Civilians in Stepanakert and elsewhere were being targeted, injured and killed, it says, and Azerbaijan had rejected Armenia’s call for a ceasefire.',
    'The offensives, HART wrote, were raising fears of another Armenian genocide. Artsakh faced an existential threat: unless hostilities stopped immediately, there could soon be ethnic cleansing of Armenians, and the loss of their historic land.',
    'HART put four things to the British government. This campaign helps you put them to your own MP, as many of the four as you agree with, in a letter that is yours.',
    'Whatever is said here about events is what HART stated on that day. What has happened since is not described, so please keep the date in mind as you read and as you write.',
  ],
  source: {
    organisation: 'Humanitarian Aid Relief Trust',
    shortName: 'HART',
    title: 'Escalating Offenses Against Civilians in Nagorno Karabakh: Require Ceasefire',
    date: '2020-10-06',
    note: 'HART’s release marks two of its claims with footnotes, [1] and [2], but does not print the references. Where those claims are repeated here they are marked “as cited in the release”: that a source was given is HART’s word, and we have not seen it.',
  },
  recipientAsk: 'to write to the Foreign Secretary about Nagorno-Karabakh (Artsakh)',
  asksLead: 'That the British government should:',
  asks,
  concerns,
  letter,
  prompts: [
    {
      id: 'why',
      question: 'Why does this matter to you?',
      hint: 'One or two sentences are plenty. An MP’s office notices what only you could have written.',
      starters: [
        'I am writing because',
        'What troubles me most is',
        'I believe that civilians in any war',
        'Reading what HART reported, I thought of',
      ],
    },
    {
      id: 'link',
      question: 'Have you a link to the region, or has something in the news stayed with you?',
      hint: 'Family, friends, work, faith, a journey, a picture you cannot forget. Leave this empty if nothing comes to mind.',
      starters: [
        'My family',
        'A friend of mine',
        'I once visited',
        'I have never been to the region, but',
        'One report has stayed with me:',
      ],
    },
  ],
  consent: {
    version: '2026-11.2',
    wording:
      'Yes, e-mail me updates on this campaign. I agree that the organisation that runs this site may keep my name, my e-mail address, my postcode, my constituency and the fact that I took part, and pass them on to the systems that it sends updates with, so as to send them. I can change my mind at any time.',
  },
  thankYou: {
    title: 'Thank you for writing',
    paragraphs: [
      'A letter in a person’s own name, with an address that shows where they live, is what an MP’s office looks for. You have just given yours one.',
      'You will get a copy by e-mail. Offices answer in their own time: some in days, many in weeks. If a reply comes it will come straight to you, and two weeks after sending we ask you whether it has.',
      'If you know somebody in another constituency who would want to write, please pass this page on. Each MP answers only the people who live in their own.',
    ],
  },
  share: {
    text: 'I have written to my MP about Nagorno-Karabakh (Artsakh), on the strength of a statement by HART of 6 October 2020. If you agree with what it asks, you can write to yours:',
  },
  questions,
  contacts: [
    { name: 'Caroline Cox', phone: '(0)20 8205 4608' },
    { name: 'David Thomas', phone: '01974 251670' },
  ],
  nations: [],
  groups: [],
}

/** The campaign that a new installation starts with; `goal` in supporters. */
export const firstCampaign = { slug: 'artsakh-ceasefire', goal: 1000, content }
