import { recordAudit } from '@/lib/audit/record'
import { findSeat } from '@/lib/directory/lookup'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { isId } from '@/lib/kernel/id'
import { findLetter } from '@/lib/letters/find'
import { mpOfLetter } from '@/lib/letters/proof/mp-of-letter'
import { noteOfLetter } from '@/lib/letters/proof/note-of-letter'
import { heldSentences, heldWords } from '@/lib/letters/review/held-words'
import { sentLetter } from '@/lib/letters/sent-letter'
import { assertAllowed } from '@/lib/staff/assert-allowed'

/**
 * Opens a person's letter for a member of staff, which is an audit row, with the sentences that hold words of the list
 * marked; `null` when there is none, or it is erased.
 * Throws a `Refusal` where the actor may not.
 */
export function openLetterText(ctx: Context, letterId: string) {
  assertAllowed(ctx, 'letters.open')
  return inTransaction(ctx, async (inner) => {
    const letter = isId(letterId) ? await findLetter(inner, letterId) : null
    if (!letter?.person || !letter.text) return null
    await recordAudit(inner, { verb: 'letters.open', subject: { kind: 'letter', id: letterId } })
    const mp = await mpOfLetter(inner, letter)
    const seat = await findSeat(inner, letter.constituencyCode)
    const constituency = seat?.name ?? ''
    const note = await noteOfLetter(inner, letter, constituency)
    const { subject, body } = letter.text
    const marked = heldSentences([subject, body, letter.person.name].join('\n'), await heldWords(inner))
    return { letter: sentLetter(letter.person, letter.text, mp?.name ?? null), mp, constituency, note, marked }
  })
}
