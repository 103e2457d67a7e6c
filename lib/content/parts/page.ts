import { OWN_ACCENT, paletteChoices, USUAL_PALETTE } from '@/lib/content/palettes'
import type { EditorPart } from './field'
import { sourceFields } from './source'

const MARKDOWN =
  'You can use **bold**, *emphasis*, [words](https://…) for a link, and lines that begin with “- ” for a list.'

/** What the public reads on the campaign's page. */
export const pageParts: readonly EditorPart[] = [
  {
    id: 'summary',
    title: 'Title and summary',
    help: 'The first that a visitor reads, on the page and wherever it is shared: what is asked, of whom, in one sentence.',
    fields: [
      { key: 'title', label: 'Title', kind: 'line', most: 90, hint: 'Begin with a verb, as “Ask your MP to …”.' },
      { key: 'summary', label: 'Summary', kind: 'text', most: 280, hint: 'One sentence.' },
      {
        key: 'recipientAsk',
        label: 'What the MP is asked to do',
        kind: 'line',
        most: 160,
        hint: 'One clear request, from “to” on. It stands, as what the campaign asks MPs, in the e-mail that asks whether one has replied.',
      },
      {
        key: 'palette',
        label: 'Colour',
        kind: 'choice',
        choices: paletteChoices,
        initially: USUAL_PALETTE,
        hint: 'Of links, buttons and the postcode form, on every page of the campaign. Each reads well, in light and in dark.',
      },
      {
        key: 'accent',
        label: 'Your own colour',
        kind: 'colour',
        absentWhenEmpty: true,
        only: { key: 'palette', of: [OWN_ACCENT] },
        hint: 'A # and six digits or letters from a to f, as “#b03060”. White words have to stand out on it; for screens in the dark a lighter one of the same hue is made.',
      },
    ],
  },
  {
    id: 'story',
    title: 'Story',
    help: 'What is happening, told plainly. State nothing that your source does not, and nothing as of today that was so when it was made.',
    fields: [
      {
        key: 'story',
        label: 'Story',
        kind: 'rich',
        most: 1200,
        hint: `An empty line between paragraphs; at most 12, of 1,200 characters each. ${MARKDOWN}`,
      },
    ],
  },
  {
    id: 'source',
    title: 'Source',
    help: 'What the campaign rests on. A source by somebody else is named in full, on the page and on the poster, so that nobody takes their words for yours. Your own is told as yours, without a word of anybody else.',
    fields: sourceFields,
  },
  {
    id: 'concerns',
    title: 'Concerns',
    help: 'Facts behind the asks, one at a time, each with what backs it. A concern without a source is an opinion.',
    fields: [],
    list: {
      key: 'concerns',
      one: 'concern',
      named: 'title',
      ids: true,
      most: 20,
      empty: 'There is no concern yet. The page then goes from the story straight to the asks.',
      fields: [
        { key: 'title', label: 'Title', kind: 'line', most: 80 },
        {
          key: 'text',
          label: 'Text',
          kind: 'rich-line',
          most: 800,
          hint: MARKDOWN.replace(', and lines that begin with “- ” for a list', ''),
        },
        {
          key: 'citation',
          label: 'Where it is sourced',
          kind: 'line',
          most: 160,
          optional: true,
          hint: 'Which document and where in it, such as a page or a footnote. Where the source is somebody else’s, their name and the date stand above this. Left empty, nobody is credited: the statement is yours.',
        },
      ],
    },
  },
  {
    id: 'picture',
    title: 'Picture',
    help: 'One picture, or a still of a film, that says something the words do not: below the form, on every device. Show only what you may show, and nobody who has not agreed. None is better than one that says nothing.',
    fields: [
      { key: 'picture.image', label: 'Picture of the page', kind: 'image', optional: true },
      {
        key: 'picture.image.alt',
        label: 'The picture in words',
        kind: 'line',
        most: 200,
        hint: 'For people who do not see it. What does it show?',
      },
    ],
  },
  {
    id: 'quotes',
    title: 'Quotes of supporters',
    help: 'What people have said of why they write, in their words. Each only with the leave of whoever said it: for these words, in public, under the name that stands here. Whoever takes their leave back is taken out and the page published; earlier versions, which only the team sees, keep it.',
    fields: [],
    list: {
      key: 'quotes',
      optional: true,
      one: 'quote',
      named: 'who',
      ids: true,
      most: 6,
      empty: 'Nobody is quoted yet. Ask somebody who has written whether you may.',
      fields: [
        {
          key: 'text',
          label: 'Their words',
          kind: 'text',
          most: 300,
          hint: 'As they said them, without quotation marks.',
        },
        {
          key: 'who',
          label: 'Who',
          kind: 'line',
          most: 80,
          hint: 'As they wish to be named: “Ann”, “A nurse”, “Ann Example”.',
        },
        {
          key: 'place',
          label: 'Where they live',
          kind: 'line',
          most: 80,
          optional: true,
          hint: 'As far as they wish to say it.',
        },
        {
          key: 'leave',
          label: 'They have agreed that these words stand here, in public, under this name',
          kind: 'tick',
        },
      ],
    },
  },
  {
    id: 'questions',
    title: 'Questions and answers',
    help: 'What people ask before they write. Those on data and on the letter are true of this application: keep them so.',
    fields: [],
    list: {
      key: 'questions',
      one: 'question',
      named: 'question',
      ids: false,
      most: 20,
      empty: 'There is no question yet. People ask first what becomes of their address.',
      fields: [
        { key: 'question', label: 'Question', kind: 'line', most: 140 },
        {
          key: 'answer',
          label: 'Answer',
          kind: 'rich-line',
          most: 1200,
          hint: 'How long things are kept comes from the settings: write {letters kept}, {letters wait}, {kept after closing} or {kept after signing}, and it says “28 days”, or however long it is.',
        },
      ],
    },
  },
  {
    id: 'contacts',
    title: 'Press contacts',
    help: 'Whom a journalist can ring. Where the source is somebody else’s they are headed as the press contacts in its statement: name only those that it prints. Else name only people who have agreed to it.',
    fields: [],
    list: {
      key: 'contacts',
      one: 'contact',
      named: 'name',
      ids: false,
      most: 6,
      empty: 'Nobody is named for the press yet.',
      fields: [
        { key: 'name', label: 'Name', kind: 'line', most: 80 },
        { key: 'phone', label: 'Telephone', kind: 'line', most: 30 },
      ],
    },
  },
]
