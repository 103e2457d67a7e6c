import { z } from 'zod'
import { lengthOf } from '@/lib/kernel/text'
import { PERIOD_PLACEHOLDERS, unknownPeriods } from './keeping-periods/placeholders'
import { PLACEHOLDERS, unknownPlaceholders } from './placeholders'
import { readParts } from './wordings/alternatives'

const CONTROLS = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u

/**
 * One paragraph or line of a campaign's text: trimmed, neither empty nor longer than `most`
 * characters, without control characters or placeholders. `label` opens every message about it.
 */
export function line(label: string, most: number) {
  return written(label, most).refine((text) => !/[{}]/.test(text), {
    error: `${label}: placeholders in braces are filled in letters only. Take the braces out.`,
  })
}

/** Text of a letter: as {@link line}, and may hold the placeholders that a letter can fill (and `more`), and alternatives. */
export function letterLine(label: string, most: number, more: string[] = []) {
  return written(label, most).refine((text) => unknownIn(text, more).length === 0, {
    error: ({ input }) =>
      `${label}: ${unknownIn(String(input), more).join(', ')} cannot be filled. A letter can hold ${listed([...PLACEHOLDERS, ...more])}.`,
  })
}

/** What looks like a placeholder and is none, in fixed text and in each alternative. */
function unknownIn(text: string, more: string[]): string[] {
  const unknown = readParts(text).flatMap(({ said }) => [said].flat().flatMap(unknownPlaceholders))
  return [...new Set(unknown)].filter((one) => !more.includes(one.slice(1, -1)))
}

/** Text of a page: as {@link line}, and may hold how long things are kept. */
export function pageText(label: string, most: number) {
  return written(label, most).refine((text) => unknownPeriods(text).length === 0, {
    error: ({ input }) =>
      `${label}: ${unknownPeriods(String(input)).join(', ')} cannot be filled. This text can hold ${listed(PERIOD_PLACEHOLDERS)}.`,
  })
}

/** Text of an e-mail to a writer: as {@link line}, and may hold what that e-mail can fill in. */
export function mailLine(label: string, most: number, holds: readonly string[]) {
  const unknown = (text: string) => [...new Set(unfilled(text, holds))]
  return written(label, most).refine((text) => unknown(text).length === 0, {
    error: ({ input }) =>
      `${label}: ${unknown(String(input)).join(', ')} cannot be filled in this e-mail. It can hold ${listed(holds)}.`,
  })
}

/** Everything in braces, and every lone brace, that is none of these placeholders. */
function unfilled(text: string, holds: readonly string[]): string[] {
  const found = text.match(/\{+[^{}]*\}*|\}/g) ?? []
  return found.filter((each) => !holds.some((name) => each === `{${name}}`))
}

/** A short name that the program uses for a part, as `ceasefire` or `military-aid`. */
export function idOf(label: string) {
  return z
    .string({ error: missing(label, 'an id') })
    .max(40, { error: `${label}: an id may have at most 40 characters.` })
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
      error: `${label}: an id is made of small letters, digits and single hyphens, and starts with a letter.`,
    })
}

/** A list of `least` to `most` items; `label` opens every message about it. */
export function listOf<T extends z.ZodType>(label: string, item: T, { least, most }: { least: number; most: number }) {
  return z
    .array(item, { error: missing(label, 'a list') })
    .min(least, { error: ({ input }) => `${label}: at least ${least} needed, ${count(input)} given.` })
    .max(most, { error: ({ input }) => `${label}: at most ${most} possible, ${count(input)} given.` })
}

/** An object with these parts; a value of another kind is named by `label`. */
export function part<T extends z.ZodRawShape>(label: string, shape: T) {
  return z.object(shape, { error: missing(label, 'a set of fields') })
}

function listed(names: readonly string[]): string {
  return names
    .map((name) => `{${name}}`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ')
}

function written(label: string, most: number) {
  return z
    .string({ error: missing(label, 'text') })
    .trim()
    .min(1, { error: `${label}: nothing is written here.` })
    .refine((text) => lengthOf(text) <= most, {
      error: ({ input }) => `${label}: at most ${most} characters fit, this has ${lengthOf(String(input))}.`,
    })
    .refine((text) => !CONTROLS.test(text), {
      error: `${label}: it has a line break or a character that does not show. Write it as one paragraph.`,
    })
}

function missing(label: string, kind: string) {
  return ({ input }: { input?: unknown }) =>
    input === undefined ? `${label}: missing.` : `${label}: this has to be ${kind}.`
}

function count(input: unknown): number {
  return Array.isArray(input) ? input.length : 0
}
