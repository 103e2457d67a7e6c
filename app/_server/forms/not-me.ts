import type { FormAnswer } from '@/app/_server/form-answer'
import { readLink } from '@/lib/kernel/secrets/tokens'
import { notMe } from '@/lib/letters/confirming/not-me'
import { contextFor } from '@/lib/mailer/context-for'

/** "This was not me: never again", from the button on the page that the e-mail's link opens. */
export async function notMeForm(_form: FormData, { token = '' }: Record<string, string>): Promise<FormAnswer> {
  const ctx = contextFor({ kind: 'supporter' })
  const link = await readLink(ctx, 'not-me', token)
  const done = link?.letterId ? await notMe(ctx, link.letterId) : { outcome: 'gone' as const }
  const values: Record<string, string> = 'myData' in done ? { myData: done.myData } : {}
  return {
    show: { form: 'not-me', values, faults: [], done: done.outcome },
    ...(done.outcome === 'gone' && { status: 404 }),
  }
}
