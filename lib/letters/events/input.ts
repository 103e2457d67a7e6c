import { z } from 'zod'
import { withoutAddresses } from '../../mailer/failure'

const tags = z
  .union([
    z
      .array(z.object({ name: z.string(), value: z.string() }))
      .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
    z.record(z.string(), z.string()),
  ])
  .catch({})

const payload = z.object({
  type: z.string().max(100),
  created_at: z.string().optional(),
  data: z
    .object({
      email_id: z.string().max(200).optional().catch(undefined),
      tags,
      bounce: z
        .object({
          type: z.string().catch(''),
          subType: z.string().catch(''),
          message: z.string().catch(''),
        })
        .optional()
        .catch(undefined),
      failed: z
        .object({ reason: z.string().catch('') })
        .optional()
        .catch(undefined),
    })
    .catch({ tags: {} }),
})

/** `hard`: never again. `full`: the mailbox is. `soft`: for now, or nobody says for how long. */
export type BounceKind = 'hard' | 'full' | 'soft'

/** An event of the mail service, without anybody's address. */
export type MailEvent = {
  type: string
  providerId: string | null
  tags: Record<string, string>
  occurredAt: Date | null
  bounce: BounceKind | null
  said: string | null
}

/** Reads what Resend posts (https://resend.com/docs/dashboard/webhooks/body-parameters); `null` when it is no event. */
export function readMailEvent(body: unknown): MailEvent | null {
  const parsed = payload.safeParse(body)
  if (!parsed.success) return null
  const { type, created_at: at, data } = parsed.data
  const occurredAt = at ? new Date(at) : null
  const said = data.bounce?.message || data.failed?.reason
  return {
    type,
    providerId: data.email_id ?? null,
    tags: data.tags,
    occurredAt: occurredAt && !Number.isNaN(occurredAt.getTime()) ? occurredAt : null,
    bounce: bounceKind(type, data.bounce),
    said: said ? withoutAddresses(said) : null,
  }
}

function bounceKind(type: string, bounce?: { type: string; subType: string }): BounceKind | null {
  if (type === 'email.suppressed') return 'hard'
  if (type === 'email.failed') return 'soft'
  if (type !== 'email.bounced') return null
  if (bounce?.subType === 'MailboxFull') return 'full'
  return bounce?.type === 'Permanent' ? 'hard' : 'soft'
}
