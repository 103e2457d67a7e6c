import type { FormAnswer } from '@/app/_server/form-answer'
import { ownWays } from '@/db/schema/index'
import { Refusal } from '@/lib/kernel/faults/errors'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'
import { contextFor } from '@/lib/mailer/context-for'
import { textOf } from './fields'

/** "I have sent it myself": kept once, and the letter's page says so. */
export async function sentByWriterForm(form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const link = await readLink(ctx, 'letter', token)
  if (!link?.letterId) throw new Refusal('not-found', 'There is no such letter.')
  const way = ownWays.find((one) => one === textOf(form, 'way')) ?? 'post'
  await markSentByWriter(ctx, link.letterId, way)
  return { redirect: `/letters/${token}` }
}
