import { SUBJECT_MOST } from '@/lib/content/letter-limits'
import { NATIONS } from '@/lib/content/mp-groups'
import type { EditorField, EditorPart } from './field'

const NATION_CHOICES = NATIONS.map((value) => ({ value, label: value }))

const FILLED = '{mp}, {constituency} and {nation} are filled in for each supporter.'

const wording = (key: string, label: string, hint: string): EditorField => ({
  key,
  label,
  kind: 'wordings',
  most: 800,
  hint: `${hint} ${FILLED}`,
})

const own = (key: string, label: string): EditorField => ({ key, label, kind: 'blocks', most: 800, optional: true })

/** What letters are made of. */
export const letterParts: readonly EditorPart[] = [
  {
    id: 'asks',
    title: 'Asks',
    help: 'An ask is one thing that the government or the MP can do. Supporters tick those they agree with; each ticked ask brings one paragraph into the letter. Two wordings are the least, and from four on letters to one MP differ enough to be read.',
    letter: true,
    fields: [
      {
        key: 'asksLead',
        label: 'Words before the asks',
        kind: 'line',
        most: 120,
        optional: true,
        hint: 'They begin the sentence that each ask ends, as “That the council should:”.',
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
      ],
    },
  },
  {
    id: 'letter',
    title: 'The rest of the letter',
    help: 'Short letters are read: 150 to 400 words in all, with every ask. Supporters’ own words come first. Which wording a letter gets is chosen so that letters to the same MP overlap least.',
    letter: true,
    fields: [
      {
        key: 'letter.subjects',
        label: 'Subjects',
        kind: 'lines',
        most: SUBJECT_MOST,
        hint: `One to a line. ${FILLED}`,
      },
      wording('letter.openings', 'Openings', 'Who writes, and about what.'),
      wording('letter.requests', 'Requests', 'The one thing that the MP is asked to do.'),
      wording('letter.closes', 'Closes', 'A civil end. Salutation and name are put on by themselves.'),
    ],
  },
  {
    id: 'prompts',
    title: 'Prompts for own words',
    help: 'Asked before the letter is shown. What supporters answer is its first paragraph, and what an office notices.',
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
          kind: 'lines',
          most: 60,
          hint: 'One to a line, as the directory names them. “Labour” is “Labour (Co-op)” too.',
        },
        { key: 'nations', label: 'Nations', kind: 'ticks', choices: NATION_CHOICES },
        { key: 'seats', label: 'Constituencies', kind: 'seats', hint: 'One to a line, by name.' },
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

/** A group's wordings of one ask, in place of the ask's own. */
export function ownAskField(id: string, title: string): EditorField {
  return own(`wordings.asks.${id}`, `Own wordings of “${title}”`)
}
