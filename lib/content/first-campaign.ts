import type { CampaignContent } from './content'
import { asks } from './first-campaign/asks'
import { concerns } from './first-campaign/concerns'
import { letter } from './first-campaign/letter'
import { prompts } from './first-campaign/prompts'
import { questions } from './first-campaign/questions'
import { direct } from './first-campaign/voices/direct'
import { formal } from './first-campaign/voices/formal'
import { usualConsent, usualThankYou } from './usual-texts'

// Source of every statement about events: HART's press release of 6 October 2020, which is quoted and
// never spoken for. Nothing that it does not state is stated, and nothing later than its date.
const content: CampaignContent = {
  title: 'Ask your MP what was done about a ceasefire in Nagorno-Karabakh',
  summary: 'The British government was asked to join the call for a ceasefire in Nagorno-Karabakh (Artsakh).',
  palette: 'commons',
  story: [
    'On 6 October 2020 the Humanitarian Aid Relief Trust (HART) put out a statement on Nagorno-Karabakh, which it calls a historically Armenian land, with the historic name of Artsakh.',
    'It describes military offensives by Azerbaijan and Turkey that were growing in force. Civilians in Stepanakert and elsewhere were being targeted, injured and killed, it says, and Azerbaijan had rejected Armenia’s call for a ceasefire.',
    'The offensives, HART wrote, were raising fears of another Armenian genocide. Artsakh faced an existential threat: unless hostilities stopped immediately, there could soon be ethnic cleansing of Armenians, and the loss of their historic land.',
    'HART put four things to the British government that day. This campaign helps you ask your own MP, in a letter that is yours, what the government did about those that matter most to you, and where it stands on them today.',
    'Whatever is said here about events is what HART stated on 6 October 2020. What has happened since is not described.',
  ],
  source: {
    kind: 'theirs',
    organisation: 'Humanitarian Aid Relief Trust',
    shortName: 'HART',
    title: 'Escalating Offenses Against Civilians in Nagorno Karabakh: Require Ceasefire',
    date: '2020-10-06',
    note: 'HART’s release marks two of its claims with footnotes, [1] and [2], but does not print the references. Where those claims are repeated here they are marked “as cited in the release”: that a source was given is HART’s word, and we have not seen it.',
    today: 'The Humanitarian Aid Relief Trust (HART) asked it on 6 October 2020. Ask what has come of it.',
  },
  recipientAsk:
    'to ask the Foreign Secretary what was done about the call for a ceasefire in Nagorno-Karabakh (Artsakh)',
  asksLead: 'What the British government did about each of these, which HART asked of it in October 2020:',
  asks,
  concerns,
  letter,
  voices: [formal, direct],
  prompts,
  consent: usualConsent,
  thankYou: usualThankYou,
  share: {
    text: 'I have asked my MP what the government did about HART’s call of 6 October 2020 for a ceasefire in Nagorno-Karabakh (Artsakh). You can ask yours:',
    unsent:
      'I have written a letter to ask what the government did about HART’s call of 6 October 2020 for a ceasefire in Nagorno-Karabakh (Artsakh). You can write to your MP:',
  },
  nextSteps: [],
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
