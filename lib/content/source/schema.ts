import { z } from 'zod'
import { line, part } from '@/lib/content/content-text'

const title = line('Title of the source', 200)
const date = z.iso.date({ error: 'Date of the source: write it as 2020-10-06.' })
const note = line('Note on the source', 600)
/** Stands on the first screen once the source is old, in place of the sentence that is made. */
const today = line('What is asked now of an old source', 200).optional()

const theirs = part('Source', {
  // A version from before there was a choice says nothing of its kind: somebody else's was the only one.
  kind: z.literal('theirs').optional().default('theirs'),
  organisation: line('Organisation of the source', 120),
  shortName: line('Short name of the source', 40),
  title,
  date,
  /** What "as cited in the release" means. */
  note,
  /** How the campaign stands to whoever made it, in place of the sentence that is made. */
  relation: line('Relation to the source', 400).optional(),
  today,
})

/** The operator's own statement: who made it is whoever runs the installation. */
const ours = part('Source', {
  kind: z.literal('ours'),
  title: title.optional(),
  date: date.optional(),
  note: note.optional(),
  today,
})

/** No single document: each concern says itself what backs it. */
const none = part('Source', { kind: z.literal('none'), note: note.optional() })

/** What a campaign rests on. */
export const source = z.discriminatedUnion('kind', [theirs, ours, none], {
  error: ({ code, input }) => {
    if (code === 'invalid_union') return 'What the campaign rests on: choose one of those shown.'
    return input === undefined ? 'Source: missing.' : 'Source: this has to be a set of fields.'
  },
})
export type Source = z.infer<typeof source>

/** What staff choose between. */
export const SOURCE_KINDS = [
  { value: 'theirs', label: 'A statement by somebody else' },
  { value: 'ours', label: 'A statement of our own' },
  { value: 'none', label: 'No single statement' },
] as const satisfies readonly { value: Source['kind']; label: string }[]
