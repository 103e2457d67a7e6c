import type { CampaignContent } from './content'
import { contentOf, fieldsOf } from './fields/fields'

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * A draft in the shape of a content, whatever is missing in it: for previews. Texts may be empty and lists short, so
 * what it is shown with has to bear that; a date that cannot be read is `today`.
 */
export function draftContent(content: unknown, today: string): CampaignContent {
  const fields = fieldsOf(content)
  const date = String(fields['source.date'])
  const isDate = ISO_DATE.test(date) && !Number.isNaN(new Date(date).getTime())
  // `contentOf` gives every field of the schema its kind, which is all that pages and letters rely on.
  return contentOf(
    { ...fields, 'source.date': isDate ? date : today },
    { groups: [], nations: [], ...(content as object) },
  ) as CampaignContent
}
