import type { FormAnswer } from '@/app/_server/form-answer'
import { limitsLifted } from '@/app/_server/limits-lifted'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { confirmLetter } from '@/lib/letters/confirming/confirm'
import { asksWhoItIs } from '@/lib/letters/confirming/who-it-is'
import { contextFor } from '@/lib/mailer/context-for'
import { textOf } from './fields'

/** The button that confirms. What it finds is shown by the page, or by the letter's own page. */
export async function confirmForm(form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const link = await readLink(ctx, 'confirm', token)
  if (!link?.letterId || link.expired) return { show: state(null), status: link ? 410 : 404 }
  const person = textOf(form, 'person')
  // They say that the letter which stands is theirs: this one is left as it is, and is erased like any that nobody confirmed.
  if (person === 'same' && (await asksWhoItIs(ctx, link.letterId))) return { show: state('taken') }
  const { outcome, token: letter } = await confirmLetter(ctx, link.letterId, {
    anotherPerson: person === 'another',
    lifted: limitsLifted(),
  })
  if (letter) return { redirect: `/letters/${letter}${outcome === 'already' ? '?already=1' : '?confirmed=1'}` }
  return { show: state(outcome), status: 409 }
}

function state(done: string | null) {
  return { form: 'confirm' as const, values: {}, faults: [], done }
}
