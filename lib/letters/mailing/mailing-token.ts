import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { parsedJson } from '@/lib/kernel/parsed-json'
import { derivedKeys } from '@/lib/kernel/secrets/crypto'
import { isSame } from '@/lib/kernel/secrets/is-same'
import { DAY, SECOND } from '@/lib/kernel/time/durations'
import { type FilledIn, filledIn } from './filled-in'

/** So far ahead a link from a mailing may run out at most. */
const MAILING_DAYS_MOST = 90
/** No longer token is read. */
const LONGEST = 4000

const payload = z.object({
  n: z.string().optional(),
  e: z.string().optional(),
  p: z.string().optional(),
  x: z.int(),
  c: z.string().optional(),
})

export type MailingLink = { kind: 'sound'; filled: FilledIn } | { kind: 'expired' } | { kind: 'unsound' }

/**
 * The keys that links from mailings are signed with, as text, newest first: whoever holds one can make links that fill
 * in fields, and nothing else. They come from `AUTH_SECRET`, and go with it.
 */
export function mailingKeys(): string[] {
  return derivedKeys('links from mailings').map((key) => key.toString('base64url'))
}

/**
 * Reads the token of a link from a mailing: JSON in base64url, a dot, and its HMAC-SHA-256 in base64url (docs/links.md).
 * `slug` is the campaign that it is opened for.
 */
export function readMailingToken({ now }: Pick<Context, 'now'>, token: string, slug: string): MailingLink {
  const [said = '', signature = '', ...more] = token.length > LONGEST ? [] : token.split('.')
  if (more.length > 0 || !isSigned(said, signature)) return { kind: 'unsound' }
  const read = payload.safeParse(parsedJson(Buffer.from(said, 'base64url').toString('utf8')))
  if (!read.success || (read.data.c ?? slug) !== slug) return { kind: 'unsound' }
  const { n, e, p, x } = read.data
  const left = x * SECOND - now().getTime()
  if (left <= 0) return { kind: 'expired' }
  if (left > MAILING_DAYS_MOST * DAY) return { kind: 'unsound' }
  return { kind: 'sound', filled: filledIn({ name: n, email: e, postcode: p }) }
}

/** Takes the same time wherever two signatures differ. */
function isSigned(said: string, signature: string): boolean {
  return mailingKeys().some((key) => isSame(signature, createHmac('sha256', key).update(said).digest('base64url')))
}
