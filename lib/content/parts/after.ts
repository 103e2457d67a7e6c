import { CHARITY_NAME_MOST, CHARITY_NUMBER_MOST } from '@/lib/content/consent-charity'
import { CONSENT_KINDS } from '@/lib/content/consent-kinds'
import { NATIONS } from '@/lib/content/mp-groups'
import { STEP_KINDS, STEP_STATES } from '@/lib/content/next-steps'
import { ADDRESS_WAIT } from '@/lib/directory/address-awaited'
import type { EditorPart } from './field'

/** For the soft opt-in alone. */
const ofCharities = { only: { key: 'consent.kind', of: ['soft-opt-in'] } }

/** What supporters read once they write, and what goes out with it. */
export const afterParts: readonly EditorPart[] = [
  {
    id: 'details',
    title: 'Details of supporters',
    help: 'A name, an e-mail address and a postal address are always asked for, since an MP’s office asks for them. Ask for more only where your campaign needs it. A telephone number stands in the letter, for the MP’s office alone, and is erased with it.',
    fields: [
      {
        key: 'phoneHint',
        label: 'Telephone number, and why one may be given',
        kind: 'text',
        most: 200,
        optional: true,
        hint: 'Supporters may add one where this says why: “Some offices ring back rather than write.” Left empty, no number is asked for.',
      },
    ],
  },
  {
    id: 'consent',
    title: 'Consent to updates',
    help: 'Whether supporters want e-mails from you. Nothing is ticked or chosen beforehand. A new wording, or another way of asking, is a new version by itself: whoever agreed to the old one has agreed to the old one. What is kept and passed on is a name, an e-mail address, a postcode, a constituency and that somebody took part, passed on to the systems that updates are sent with. Asked by yes or no, a no is kept as well. The soft opt-in writes to everybody who does not tick the box that refuses, and whose address has not refused or left before.',
    fields: [
      {
        key: 'consent.kind',
        label: 'How it is asked',
        kind: 'choice',
        choices: CONSENT_KINDS,
        initially: 'box',
        hint: 'A box left empty means no. Yes or no has to be answered. The soft opt-in is for charities: “About” says what it does.',
      },
      {
        key: 'consent.charityName',
        label: 'Name of the charity',
        kind: 'line',
        most: CHARITY_NAME_MOST,
        absentWhenEmpty: true,
        ...ofCharities,
        hint: 'As it is registered. It stands on the form: the news comes from it.',
      },
      {
        key: 'consent.charityNumber',
        label: 'Charity number',
        kind: 'line',
        most: CHARITY_NUMBER_MOST,
        absentWhenEmpty: true,
        ...ofCharities,
        hint: '1234567 in England and Wales, SC012345 in Scotland, NIC123456 in Northern Ireland; two with a comma between. It stands on the form.',
      },
      {
        key: 'consent.charityDeclared',
        label:
          'This is a charity, the news comes from it and furthers its charitable purposes alone, and whoever writes here takes an interest in these purposes or supports them',
        kind: 'tick',
        absentWhenEmpty: true,
        ...ofCharities,
        hint: 'What regulation 22(3A) of the Privacy and Electronic Communications Regulations asks for; every e-mail of yours has to have a way to refuse more. That somebody took part can show a political opinion: for keeping that you need a condition of UK GDPR article 9 too. Where your questions say “if you ask for updates”, say “if you get updates”.',
      },
      {
        key: 'consent.wording',
        label: 'Wording',
        kind: 'text',
        most: 600,
        hint: 'Its first sentence stands at the box, or above yes and no; with the soft opt-in all of it stands above the box that refuses. Left empty, the usual wording for the way chosen is put here as you save. Say who writes, what is kept, and that one can leave at any time. “About” has what is kept: whatever of it this does not name is added below it.',
      },
    ],
  },
  {
    id: 'thanks',
    title: 'Thank-you',
    help: 'What stands on the page after a letter is confirmed.',
    fields: [
      { key: 'thankYou.title', label: 'Title', kind: 'line', most: 90 },
      {
        key: 'thankYou.paragraphs',
        label: 'Text',
        kind: 'rich',
        most: 1200,
        hint: 'Where the letter goes by e-mail. An empty line between paragraphs; at most 6. Say what happens next, and when.',
      },
      {
        key: 'thankYou.kept',
        label: 'Text where the letter is kept',
        kind: 'rich',
        most: 1200,
        optional: true,
        hint: 'Where there is no MP for the constituency at present, so that nothing is sent yet. Where nothing is written here, the usual text stands there.',
      },
      {
        key: 'thankYou.awaited',
        label: 'Text where the letter waits for an address',
        kind: 'rich',
        most: 1200,
        optional: true,
        hint: `Where the MP was listed only lately and no e-mail address is listed yet, or the one that was listed is gone: it is waited for, ${ADDRESS_WAIT} at most. Where nothing is written here, the usual text stands there.`,
      },
      {
        key: 'thankYou.toPost',
        label: 'Text where the letter is to be posted',
        kind: 'rich',
        most: 1200,
        optional: true,
        hint: 'Where we have no e-mail address for the MP, so that its writer prints and posts it. Where nothing is written here, the usual text stands there.',
      },
    ],
  },
  {
    id: 'share',
    title: 'Sharing',
    help: 'What people pass on. The picture is shown where a link to the campaign is posted.',
    fields: [
      {
        key: 'share.text',
        label: 'Text',
        kind: 'text',
        most: 240,
        hint: 'In the words of somebody who has just written. The link follows it.',
      },
      {
        key: 'share.unsent',
        label: 'Text where the letter has not gone',
        kind: 'text',
        most: 240,
        optional: true,
        hint: 'In the words of somebody whose letter is kept, is still to be posted, or is looked at first. Where nothing is written here, it is the title of the campaign.',
      },
      { key: 'share.image', label: 'Picture', kind: 'image', optional: true },
      {
        key: 'share.image.alt',
        label: 'The picture in words',
        kind: 'line',
        most: 200,
        hint: 'For people who do not see it. What does it show?',
      },
    ],
  },
  {
    id: 'steps',
    title: 'Next steps',
    help: 'What somebody who has written can do next, in this order: on the page of their letter, and once they have said whether their MP has answered. How often each is shown and pressed stands on the dashboard.',
    fields: [],
    list: {
      key: 'nextSteps',
      one: 'step',
      named: 'title',
      ids: true,
      most: 8,
      empty: 'There is no step: whoever has written is asked to pass the campaign on, and nothing else.',
      fields: [
        { key: 'kind', label: 'What it is', kind: 'choice', choices: STEP_KINDS, initially: 'share' },
        {
          key: 'title',
          label: 'Title',
          kind: 'line',
          most: 90,
          optional: true,
          hint: 'Left empty, the usual one of its kind. A link needs its own. Asking a friend always has its usual words.',
        },
        { key: 'text', label: 'Text', kind: 'text', most: 400, optional: true, hint: 'Why, in a sentence or two.' },
        {
          key: 'link',
          label: 'Where the link leads',
          kind: 'line',
          most: 400,
          optional: true,
          hint: 'Of a link alone: a whole address, as https://example.org/give.',
        },
        {
          key: 'phone',
          label: 'Telephone',
          kind: 'line',
          most: 30,
          optional: true,
          hint: 'Of ringing the office alone. Left empty, the switchboard of the House of Commons, which puts through to any MP’s office.',
        },
        {
          key: 'script',
          label: 'What to say',
          kind: 'text',
          most: 1200,
          optional: true,
          hint: 'Of ringing the office and of an appointment. Left empty, a few usual words that name no matter but the letter.',
        },
        {
          key: 'states',
          label: 'Shown while the letter stands so',
          kind: 'ticks',
          choices: STEP_STATES,
          hint: 'None ticked means always.',
        },
        {
          key: 'parties',
          label: 'Shown to constituents of MPs of these parties',
          kind: 'ticks',
          hint: 'None ticked means all. “Labour” is “Labour (Co-op)” too.',
        },
        {
          key: 'nations',
          label: 'Shown in these nations',
          kind: 'ticks',
          choices: NATIONS.map((value) => ({ value, label: value })),
          hint: 'None ticked means all four.',
        },
      ],
    },
  },
]
