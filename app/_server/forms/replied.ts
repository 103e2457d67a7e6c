import { z } from 'zod'
import type { FormAnswer } from '@/app/_server/form-answer'
import { replyAnswers } from '@/db/schema/index'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { findLetter } from '@/lib/letters/find'
import { recordReply } from '@/lib/letters/proof/reply'
import { contextFor } from '@/lib/mailer/context-for'
import { unsubscribe } from '@/lib/supporters/unsubscribe'
import { textOf } from './fields'

/** The follow-up question, answered by a button. */
export async function repliedForm(form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const link = await readLink(ctx, 'replied', token)
  if (!link?.letterId) return { show: { form: 'replied', values: {}, faults: [], done: null }, status: 404 }
  if (textOf(form, 'answer') === 'stop') {
    const letter = await findLetter(ctx, link.letterId)
    if (letter) await unsubscribe(ctx, letter.supporterId)
    return { show: { form: 'replied', values: {}, faults: [], done: 'stopped' } }
  }
  const answer = z.enum(replyAnswers).safeParse(textOf(form, 'answer'))
  if (!answer.success) {
    const faults = [{ field: 'answer', message: 'Choose one of the four answers' }]
    return { show: { form: 'replied', values: {}, faults, done: null }, status: 422 }
  }
  await recordReply(ctx, link.letterId, answer.data)
  return { show: { form: 'replied', values: {}, faults: [], done: answer.data } }
}
