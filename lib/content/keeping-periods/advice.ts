import { fieldsOf, textOf, textsOf } from '@/lib/content/fields/fields'

const ABOUT_KEEPING = /\b(?:eras|delet|keep|kept|stor)/i
const A_NUMBER = /\b\d+ (?:day|week|month|year)s?\b/

const MESSAGE =
  'How long things are kept is a setting, and can be shortened: a number here would then be wrong. Write {letters kept}, {letters wait}, {kept after closing} or {kept after signing} in its place.'

/** Advice on answers that promise by a number of their own how long something is kept; `path` is where, in the content. */
export function periodAdvice(content: unknown): { path: string; message: string }[] {
  const fields = fieldsOf(content)
  return textsOf(fields.questions)
    .map((id) => `questions.${id}.answer`)
    .filter((path) => sentencesOf(textOf(fields[path])).some((each) => ABOUT_KEEPING.test(each) && A_NUMBER.test(each)))
    .map((path) => ({ path, message: MESSAGE }))
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s/)
}
