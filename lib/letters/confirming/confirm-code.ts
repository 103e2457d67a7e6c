import { createHmac } from 'node:crypto'
import { and, eq, lt, sql } from 'drizzle-orm'
import { letters } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { derivedKeys } from '@/lib/kernel/secrets/crypto'
import { isSame } from '@/lib/kernel/secrets/is-same'

export const CODE_DIGITS = 6
/** Tries at the codes of one round; a round ends when the e-mail is sent again after them, or goes elsewhere. */
export const CODE_TRIES_MOST = 5

/**
 * The six digits that confirm a letter in place of its link: the same in each e-mail of a round, so that none is void for
 * a later one. Nothing of it is stored: who has no secret of the installation has one in a million (RFC 4226 5.3).
 */
export function confirmCode(letterId: string, round: number): string {
  return codesOf(letterId, round)[0] ?? ''
}

/**
 * Tries a code. Counted before it is compared, by one conditional statement, and alike whatever has become of the letter
 * and whether its e-mail held a code: a stranger may ask.
 */
export async function tryCode({ db }: Context, letterId: string, code: string): Promise<'right' | 'wrong' | 'spent'> {
  const [counted] = await db
    .update(letters)
    .set({ codeTries: sql`${letters.codeTries} + 1` })
    .where(and(eq(letters.id, letterId), lt(letters.codeTries, CODE_TRIES_MOST)))
    .returning({ round: letters.codeRound })
  if (!counted) return 'spent'
  return codesOf(letterId, counted.round).some((ours) => isSame(ours, code)) ? 'right' : 'wrong'
}

/** What a new e-mail that was asked for does to the code: a new round where the tries at this one are spent. */
export const renewedWhereSpent = {
  codeRound: sql`${letters.codeRound} + (${letters.codeTries} >= ${CODE_TRIES_MOST})::int`,
  codeTries: sql`case when ${letters.codeTries} >= ${CODE_TRIES_MOST} then 0 else ${letters.codeTries} end`,
}

/** By the newest secret first; what an older one made holds as its links do. */
function codesOf(letterId: string, round: number): string[] {
  return derivedKeys('confirm codes').map((key) => {
    const bytes = createHmac('sha256', key).update(`${letterId}:${round}`).digest()
    return `${bytes.readUIntBE(0, CODE_DIGITS) % 10 ** CODE_DIGITS}`.padStart(CODE_DIGITS, '0')
  })
}
