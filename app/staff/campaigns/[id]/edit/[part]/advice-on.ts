import type { Advised } from '@/lib/campaigns/publishing/checks-before-publishing'
import type { EditorPart } from '@/lib/content/parts/field'

/** The advice that is about one part of the text, as the browser shows it. */
export function adviceOn(part: EditorPart, advice: readonly Advised[]) {
  return advice
    .filter((each) => each.part === part.id)
    .map(({ field, message, both }) => ({ field, message, ...(both && { both }) }))
}
