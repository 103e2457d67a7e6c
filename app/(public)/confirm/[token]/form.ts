import { limitsLifted } from '@/app/_server/caller/limit-caller'
import { textOf } from '@/app/_server/forms/fields'
import { again, publicForm } from '@/app/_server/forms/make-form'
import { confirmedLetterAt } from '@/app/_server/letter/confirmed-letter-at'
import { confirmFound } from '@/lib/letters/confirming/confirm'
import { earlierLetter } from '@/lib/letters/confirming/earlier-letter'
import { findLinkedLetter } from '@/lib/letters/find'

/** The button that confirms. What it finds is said by the letter's page, or by its own, as whenever that is opened. */
export const form = publicForm({
  address: ['token'],
  answer: async ({ ctx, sent, address }) => {
    const { link, letter } = await findLinkedLetter(ctx, 'confirm', address.token)
    if (!link || !letter) return again({}, [], 404)
    const here = `/confirm/${address.token}`
    if (link.expired) return { redirect: here }
    const person = textOf(sent, 'person')
    // They say that the letter which stands is theirs: this one is left as it is, and is erased like any that nobody confirmed.
    if (person === 'same' && (await earlierLetter(ctx, letter)).asked) return { redirect: `${here}?done=same` }
    const { outcome, token } = await confirmFound(ctx, letter, {
      anotherPerson: person === 'another',
      sentTo: link.emailHash,
      lifted: limitsLifted(),
    })
    return { redirect: token ? confirmedLetterAt(token, outcome) : here }
  },
})
