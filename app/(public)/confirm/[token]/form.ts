import { limitsLifted } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, publicForm } from '@/app/_server/forms/make-form'
import { confirmedLetterAt } from '@/app/_server/letter/confirmed-letter-at'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { asksWhoItIs } from '@/lib/letters/confirming/asks-who-it-is'
import { confirmLetter } from '@/lib/letters/confirming/confirm'

/** The button that confirms. What it finds is said by the letter's page, or by its own, as whenever that is opened. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address }) => {
    const link = await readLink(ctx, 'confirm', address.token)
    if (!link?.letterId) return again({}, [], 404)
    const here = `/confirm/${address.token}`
    if (link.expired) return { redirect: here }
    const person = textOf(sent, 'person')
    // They say that the letter which stands is theirs: this one is left as it is, and is erased like any that nobody confirmed.
    if (person === 'same' && (await asksWhoItIs(ctx, link.letterId))) return { redirect: `${here}?done=same` }
    const { outcome, token: letter } = await confirmLetter(ctx, link.letterId, {
      anotherPerson: person === 'another',
      sentTo: link.emailHash,
      lifted: limitsLifted(),
    })
    return { redirect: letter ? confirmedLetterAt(letter, outcome) : here }
  },
})
