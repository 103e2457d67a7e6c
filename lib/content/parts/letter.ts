import {
  SUBJECT_MOST,
  SUBJECTS_MOST,
  TYPED_MOST,
  WORDING_MOST,
  WORDINGS_LEAST,
  WORDINGS_MOST,
} from '@/lib/content/letter-limits'
import { NATIONS } from '@/lib/content/mp-groups'
import { englishRegions } from '@/lib/directory/english-regions'
import { NOT_SEATED } from '@/lib/directory/party-words'
import type { EditorField, EditorPart } from './field'

const NATION_CHOICES = NATIONS.map((value) => ({ value, label: value }))

const FILLED =
  '{mp}, {constituency} and {nation} are filled in for each supporter; of {one|another} a letter says one, and {A whole sentence.|} may be left out. Several paragraphs that are pasted at once get a box each.'
/** The same rule as is checked. */
const SO_MANY = `${WORDINGS_LEAST} to ${WORDINGS_MOST}, no two alike, each of at most ${WORDING_MOST} characters at its longest.`

const wording = (key: string, label: string, hint: string, many = SO_MANY): EditorField => ({
  key,
  label,
  kind: 'wordings',
  most: WORDING_MOST,
  hint: `${hint} ${many}`,
})

const own = (key: string, label: string): EditorField => ({
  key,
  label,
  kind: 'blocks',
  most: TYPED_MOST,
  optional: true,
})

/** What letters are made of. */
export const letterParts: readonly EditorPart[] = [
  {
    id: 'asks',
    title: 'Asks',
    help: `An ask is one thing that the government or the MP can do. Supporters pick what matters most to them; a letter makes the case for one or two, and names others in half a sentence at most. Two wordings are the least; what an office would see of yours is told below. ${FILLED}`,
    letter: true,
    fields: [
      {
        key: 'asksLead',
        label: 'Words before the asks',
        kind: 'line',
        most: 120,
        optional: true,
        hint: 'As “That the council should:”.',
      },
    ],
    list: {
      key: 'asks',
      one: 'ask',
      named: 'title',
      ids: true,
      most: 8,
      empty: 'There is no ask yet. A letter needs one at least: what should change, and who can change it?',
      fields: [
        { key: 'title', label: 'Title', kind: 'line', most: 80 },
        {
          key: 'summary',
          label: 'Summary',
          kind: 'text',
          most: 240,
          hint: 'A full sentence that can be read out, starting with a verb.',
        },
        wording('wordings', 'Wordings', 'One paragraph each, which stands by itself: asks come in any order.'),
        {
          key: 'mention',
          label: 'In half a sentence',
          kind: 'line',
          most: 160,
          optional: true,
          hint: 'Completes “It also asked the government to …”, without a full stop, for letters that make another case.',
        },
      ],
    },
  },
  {
    id: 'letter',
    title: 'The rest of the letter',
    help: `Short letters are read: each has to have 110 to 180 words before its supporter has added anything, whatever the constituency is called. Their own words stand where their question says. Which sentences a letter gets is chosen so that an office sees none of them again and again. ${FILLED}`,
    letter: true,
    fields: [
      {
        key: 'letter.subjects',
        label: 'Subjects',
        kind: 'lines',
        most: TYPED_MOST,
        hint: `One to a line: ${WORDINGS_LEAST} to ${SUBJECTS_MOST}, of at most ${SUBJECT_MOST} characters each.`,
      },
      wording('letter.openings', 'Openings', 'Who writes, and about what.'),
      {
        ...wording(
          'letter.followings',
          'Openings after own words',
          'They follow on from whatever a supporter has said of why they write: “That is why …”.',
        ),
        one: 'Opening after own words',
        optional: true,
      },
      {
        ...wording(
          'letter.mentions',
          'Sentences that name other asks',
          'Each holds {others} once: “The council was also asked to {others}.”',
          `At most ${WORDINGS_MOST}, no two alike, each of at most ${WORDING_MOST} characters at its longest.`,
        ),
        one: 'Sentence that names other asks',
        optional: true,
      },
      wording('letter.requests', 'Requests', 'The one thing that the MP is asked to do.'),
      wording('letter.closes', 'Closes', 'A civil end. Salutation and name are put on by themselves.'),
      {
        key: 'letter.voice',
        label: 'What you call this voice',
        kind: 'line',
        most: 40,
        optional: true,
        hint: 'Only staff see it: “Plain”. Other voices are written under “Voices”.',
      },
    ],
  },
  {
    id: 'voices',
    title: 'Voices',
    help: 'One hand that writes every letter is seen by the second. A voice is another hand: shorter, more formal, more direct. A letter keeps to one of them. What a voice leaves out is taken from the campaign’s own wordings.',
    letter: true,
    fields: [],
    list: {
      key: 'voices',
      one: 'voice',
      named: 'name',
      ids: true,
      most: 5,
      empty:
        'There is one voice: every letter is in the same hand. Two are the least that an office does not notice at once.',
      fields: [
        { key: 'name', label: 'What you call the voice', kind: 'line', most: 40, hint: 'Only staff see it.' },
        { key: 'subjects', label: 'Subjects', kind: 'lines', most: TYPED_MOST, optional: true, hint: 'One to a line.' },
        { ...own('openings', 'Openings'), hint: `An empty line between wordings. ${FILLED}` },
        own('followings', 'Openings after own words'),
        own('mentions', 'Sentences that name other asks'),
        own('requests', 'Requests'),
        own('closes', 'Closes'),
      ],
    },
  },
  {
    id: 'prompts',
    title: 'Prompts for own words',
    help: 'Asked before the letter is shown. What supporters answer is the heart of their letter, and what an office notices.',
    fields: [],
    list: {
      key: 'prompts',
      one: 'prompt',
      named: 'question',
      ids: true,
      most: 3,
      empty: 'There is no prompt yet. A letter without its writer’s own words is one of many.',
      fields: [
        { key: 'question', label: 'Question', kind: 'line', most: 140 },
        { key: 'hint', label: 'Hint', kind: 'text', most: 300 },
        {
          key: 'place',
          label: 'Where the answer stands',
          kind: 'choice',
          initially: 'opening',
          choices: [
            { value: 'opening', label: 'It opens the letter' },
            { value: 'ask', label: 'Beside what is asked for' },
            { value: 'request', label: 'With the request, near the end' },
          ],
        },
        { key: 'good', label: 'Example of an answer that is read', kind: 'text', most: 300, optional: true },
        { key: 'skipped', label: 'Example of one that offices skip', kind: 'text', most: 300, optional: true },
        {
          key: 'starters',
          label: 'Beginnings to choose from',
          kind: 'lines',
          most: 120,
          hint: 'One to a line, at most 6. The writer goes on from there.',
        },
      ],
    },
  },
  {
    id: 'groups',
    title: 'Nations and groups of MPs',
    help: 'Other wording for some MPs, or none: an MP who has already acted can be thanked in place of asked. The first group that an MP fits counts.',
    letter: true,
    fields: [
      {
        key: 'nations',
        label: 'Nations that the campaign is for',
        kind: 'ticks',
        choices: NATION_CHOICES,
        hint: 'None ticked means all four.',
      },
    ],
    list: {
      key: 'groups',
      one: 'group',
      named: 'name',
      ids: true,
      most: 20,
      empty: 'There is no group: every MP gets the same choice of wordings.',
      fields: [
        { key: 'name', label: 'What you call the group', kind: 'line', most: 80, hint: 'Only staff see it.' },
        {
          key: 'parties',
          label: 'Parties',
          kind: 'ticks',
          hint: 'None ticked means all. “Labour” is “Labour (Co-op)” too.',
        },
        { key: 'nations', label: 'Nations', kind: 'ticks', choices: NATION_CHOICES },
        {
          key: 'regions',
          label: 'Regions of England',
          kind: 'ticks',
          choices: englishRegions.map((value) => ({ value, label: value })),
        },
        { key: 'notSeated', label: `Only MPs who do not take their seats (${NOT_SEATED.join(', ')})`, kind: 'tick' },
        {
          key: 'seats',
          label: 'Constituencies or MPs',
          kind: 'seats',
          hint: 'Paste a list of your own, one to a line: constituencies, or their MPs by name, who stand here by their constituency from then on. A line that names neither is named below.',
        },
        { key: 'leaveOut', label: 'Asks that these MPs are not asked', kind: 'ticks' },
        {
          key: 'wordings.subjects',
          label: 'Own subjects',
          kind: 'lines',
          most: 120,
          optional: true,
          hint: 'One to a line. Left empty, the campaign’s own stay.',
        },
        {
          ...own('wordings.openings', 'Own openings'),
          hint: 'An empty line between wordings. Left empty, the campaign’s own stay.',
        },
        own('wordings.requests', 'Own requests'),
        own('wordings.closes', 'Own closes'),
        { key: 'aside', label: 'No letter goes to these MPs; visitors read this in its place', kind: 'tick' },
        { key: 'aside.title', label: 'Title in place of the letter', kind: 'line', most: 90 },
        {
          key: 'aside.paragraphs',
          label: 'Text in place of the letter',
          kind: 'rich',
          most: 1200,
          hint: 'An empty line between paragraphs.',
        },
        { key: 'aside.thank', label: 'Show how to thank the MP', kind: 'tick' },
        { key: 'aside.share', label: 'Show how to pass the campaign on', kind: 'tick', initially: 'yes' },
      ],
    },
  },
]

/** A voice's or a group's wordings of one ask, in place of the ask's own. */
export function ownAskField(key: string, title: string): EditorField {
  return own(key, `Own wordings of “${title}”`)
}
