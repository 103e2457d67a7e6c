import { SOURCE_KINDS, type Source } from '@/lib/content/source/schema'
import type { EditorField } from './field'

const KIND = 'source.kind'

/** For these kinds of source alone. */
const only = (...of: Source['kind'][]) => ({ only: { key: KIND, of } })

/** What a campaign rests on: the choice first, and what follows from it. */
export const sourceFields: readonly EditorField[] = [
  {
    key: KIND,
    label: 'What the campaign rests on',
    kind: 'choice',
    choices: SOURCE_KINDS,
    initially: 'theirs',
    hint: 'Somebody else’s: the page says who made it, and how you stand to them. With no single one, each concern says what backs it.',
  },
  {
    key: 'source.organisation',
    label: 'Organisation that the source is from',
    kind: 'line',
    most: 120,
    absentWhenEmpty: true,
    ...only('theirs'),
  },
  {
    key: 'source.shortName',
    label: 'Its short name',
    kind: 'line',
    most: 40,
    absentWhenEmpty: true,
    ...only('theirs'),
    hint: 'The name itself, where there is no shorter one.',
  },
  {
    key: 'source.title',
    label: 'Title of the source',
    kind: 'line',
    most: 200,
    absentWhenEmpty: true,
    ...only('theirs', 'ours'),
    hint: 'A statement of your own need not have one.',
  },
  {
    key: 'source.date',
    label: 'Date of the source',
    kind: 'date',
    absentWhenEmpty: true,
    ...only('theirs', 'ours'),
    hint: 'A statement of your own need not have one. From half a year on, the top of the page says how old the source is.',
  },
  {
    key: 'source.today',
    label: 'What is asked today, where the source is older than half a year',
    kind: 'text',
    most: 200,
    optional: true,
    ...only('theirs', 'ours'),
    hint: 'Stands at the top of the page from then on: when the statement was made, what was asked, what you ask about it now. Left empty, the page gives the date, and says that the statement knows nothing of what came after.',
  },
  {
    key: 'source.relation',
    label: 'How you stand to whoever made it',
    kind: 'text',
    most: 400,
    optional: true,
    ...only('theirs'),
    hint: 'Left empty, the page says: “The campaign quotes … as its source. It is not made by … and claims no link to it.” Write your own where that is not so.',
  },
  {
    key: 'source.note',
    label: 'Note on the source',
    kind: 'rich-line',
    most: 600,
    absentWhenEmpty: true,
    hint: 'What a reader should know: what the campaign rests on, what you have not seen yourself. Needed where the source is somebody else’s.',
  },
]
