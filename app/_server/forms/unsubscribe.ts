import type { FormAnswer } from '@/app/_server/form-answer'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { contextFor } from '@/lib/mailer/context-for'
import { unsubscribe } from '@/lib/supporters/unsubscribe'

/** Ends reminders, questions and updates: by the page's button, or by a mail program in one press (RFC 8058). */
export async function unsubscribeForm(_form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const link = await readLink(ctx, 'unsubscribe', token)
  const letter = link?.letterId ? await findLetter(ctx, link.letterId) : null
  const shown = { form: 'unsubscribe' as const, values: {}, faults: [] }
  if (!letter) return { show: { ...shown, done: null }, status: 404 }
  await unsubscribe(ctx, letter.supporterId)
  return { show: { ...shown, done: 'stopped' } }
}
