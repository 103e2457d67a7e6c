import type { z } from 'zod'

type Refine<T> = (items: T[], ctx: z.core.$RefinementCtx<T[]>) => void

/** Refuses a list in which one text stands twice, case and spacing aside; names the second. Nothing repeats nothing. */
export function distinct(label: string): Refine<string> {
  return (items, ctx) => {
    for (const { at, first } of repeats(items)) {
      ctx.addIssue({ code: 'custom', path: [at], message: `${label}: number ${at + 1} repeats number ${first + 1}.` })
    }
  }
}

/** Refuses a list in which two items have the same id; names the second. */
export function distinctIds(label: string): Refine<{ id: string }> {
  return (items, ctx) => {
    for (const { at, first } of repeats(items.map((item) => item.id))) {
      const message = `${label}: number ${at + 1} has the id of number ${first + 1}, "${items[at]?.id}".`
      ctx.addIssue({ code: 'custom', path: [at, 'id'], message })
    }
  }
}

function repeats(texts: string[]): { at: number; first: number }[] {
  const keys = texts.map((text) => text.toLowerCase().replace(/\s+/g, ' ').trim())
  return keys
    .map((key, at) => ({ at, first: keys.indexOf(key) }))
    .filter(({ at, first }) => first !== at && keys[at] !== '')
}
