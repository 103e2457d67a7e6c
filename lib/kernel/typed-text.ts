import { z } from 'zod'
import { lengthOf } from './text'

/**
 * A text as typed: refused by its length before anything reads it, then cleaned, then measured again, as people count.
 * `most` is in characters (Unicode code points); `clean` is what is done to it, such as `oneLine`.
 */
export function typedText(clean: (text: string) => string, most: number, tooLong: string, missing?: string) {
  return z
    .string(missing === undefined ? undefined : { error: missing })
    .max(longestTyped(most), { error: tooLong })
    .transform(clean)
    .refine((text) => missing === undefined || text !== '', { error: missing ?? '', abort: true })
    .refine((text) => lengthOf(text) <= most, { error: tooLong })
}

/**
 * The longest text, in UTF-16 units, that can come out `most` characters long once it is cleaned: an emoji has two
 * units, and line ends and blanks are taken off. Nothing longer is read.
 */
export function longestTyped(most: number): number {
  return Math.ceil(most * 2.5)
}
