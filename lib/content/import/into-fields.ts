import { type ContentFields, textsOf } from '@/lib/content/fields/fields'
import type { ReadRelease } from './read-release'

/** What can be taken of a release, each by itself. */
export const TAKEN = ['title', 'date', 'story', 'concerns', 'asks'] as const
export type Taken = (typeof TAKEN)[number]

const TITLE_MOST = 80

/**
 * The fields of a draft with what was taken of a release: the title and date as those of its source, paragraphs after
 * those of the story, points as concerns and asks after those that there are. `newId` names each.
 */
export function intoFields(
  fields: ContentFields,
  read: ReadRelease,
  taken: ReadonlySet<string>,
  newId: (one: 'ask' | 'concern') => string,
): ContentFields {
  const edited: ContentFields = {}
  if (taken.has('title')) edited['source.title'] = read.title
  if (taken.has('date')) edited['source.date'] = read.date
  if (taken.has('story')) edited.story = [...textsOf(fields.story), ...read.story]
  const add = (key: 'asks' | 'concerns', one: 'ask' | 'concern', text: string, points: readonly string[]) => {
    const ids = points.map((point) => {
      const id = newId(one)
      edited[`${key}.${id}.title`] = shortened(point)
      edited[`${key}.${id}.${text}`] = point
      return id
    })
    edited[key] = [...textsOf(fields[key]), ...ids]
  }
  if (taken.has('concerns')) add('concerns', 'concern', 'text', read.concerns)
  if (taken.has('asks')) add('asks', 'ask', 'summary', read.asks)
  return edited
}

/** The beginning of a sentence, whole words of it, as a title. */
function shortened(sentence: string): string {
  const bare = sentence.replace(/\.$/, '')
  if (bare.length <= TITLE_MOST) return bare
  const cut = bare.slice(0, TITLE_MOST)
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).replace(/[,;:]$/, '') || cut
}
