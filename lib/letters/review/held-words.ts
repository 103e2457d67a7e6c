import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { assertAllowed } from '@/lib/staff/assert-allowed'

const SETTING = 'held_words'
const WORDS_MOST = 2000

/** A list as staff type it: a word or phrase on each line. */
export const heldWordsInput = z
  .string()
  .max(WORDS_MOST * 85, { error: `At most ${WORDS_MOST} words or phrases fit.` })
  .transform((text) => [...new Set(text.split(/\r?\n/).map(oneLine).filter(Boolean))])
  .refine((words) => words.length <= WORDS_MOST, { error: `At most ${WORDS_MOST} words or phrases fit.` })
  .refine((words) => words.every((word) => word.length <= 80), { error: 'A word or phrase can have 80 characters.' })

/** The words and phrases that hold a letter for review. */
export async function heldWords({ db }: Context): Promise<string[]> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, SETTING))
  return z.array(z.string()).catch([]).parse(row?.value)
}

/** Keeps another list in its place. Throws a `Refusal` where the actor may not. */
export function setHeldWords(ctx: Context, words: string[]): Promise<void> {
  assertAllowed(ctx, 'letters.set-held-words')
  return inTransaction(ctx, async (inner) => {
    const before = await heldWords(inner)
    const row = { value: words, updatedAt: inner.now() }
    await inner.db
      .insert(settings)
      .values({ name: SETTING, ...row })
      .onConflictDoUpdate({ target: settings.name, set: row })
    await recordAudit(inner, {
      verb: 'letters.set-held-words',
      subject: { kind: 'setting', id: SETTING },
      before: { words: before },
      after: { words },
    })
  })
}

/** More links than a letter of a constituent's has. */
const LINKS_MOST = 5
const LINK = /\bhttps?:\/\/|\bwww\./gi

/** Why a letter is held: by which rule, and in words for staff. */
export type Finding = { rule: 'words' | 'links'; note: string }

/**
 * Why a person has to look at a letter before it goes, for what it says; `null` for an ordinary letter. `held` are
 * the words and phrases that staff keep: each counts as a whole word, whatever its case, accents and punctuation.
 */
export function reviewWords(text: string, held: string[]): Finding | null {
  const plain = ` ${plainWords(text)} `
  const word = held.find((each) => plainWords(each) !== '' && plain.includes(` ${plainWords(each)} `))
  if (word) return { rule: 'words', note: `It holds “${word}”, which is on the list of words.` }
  const links = text.match(LINK)?.length ?? 0
  return links > LINKS_MOST ? { rule: 'links', note: `It holds ${links} links.` } : null
}

function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
