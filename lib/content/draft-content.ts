import { z } from 'zod'
import type { CampaignContent } from './content'
import { contentOf, fieldsOf, textOf } from './fields/fields'
import type { Source } from './source/schema'

/**
 * A draft in the shape of a content, whatever is missing in it: for previews. Texts may be empty and lists short, so
 * what it is shown with has to bear that.
 */
export function draftContent(content: unknown): CampaignContent {
  const fields = fieldsOf(content)
  // `contentOf` gives every field of the schema its kind, which is all that pages and letters rely on.
  const whole = contentOf(fields, { groups: [], nations: [], ...(content as object) }) as CampaignContent
  return { ...whole, source: draftSource((key) => textOf(fields[`source.${key}`])) }
}

/** The source as far as it is written; one of which nothing is chosen yet is none. */
function draftSource(written: (key: string) => string): Source {
  const kind = written('kind')
  // A date that cannot be read is none: every page would fail with it.
  const date = z.iso.date().safeParse(written('date')).data ?? ''
  const [title, note, today] = [written('title'), written('note'), written('today')]
  if (kind === 'ours') return { kind, title, date, note, today }
  if (kind !== 'theirs') return { kind: 'none', note }
  const [organisation, shortName, relation] = [written('organisation'), written('shortName'), written('relation')]
  return { kind, organisation, shortName, title, date, note, relation, today }
}
