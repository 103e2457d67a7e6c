import { z } from 'zod'
import { withoutAddresses } from '@/lib/mailer/send-failure'

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

/**
 * `hard`: the address will never take it. `suppressed`: the service did not try, since mail to that address came back
 * before. `full`: the mailbox is. `returned`: it came back for now, or nobody says for how long.
 */
export type BounceKind = 'hard' | 'suppressed' | 'full' | 'returned'

/** An event of the mail service, without anybody's address. */
export type MailEvent = {
  type: string
  providerId: string | null
  tags: Record<string, string>
  occurredAt: Date | null
  bounce: BounceKind | null
  /** Whether the service calls that final: nothing else counts once it has said that a letter was delivered. */
  permanent: boolean
  /** What the service calls it, as "Transient, ContentRejected". */
  report: string | null
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
    permanent: type === 'email.bounced' && isPermanent(data.bounce),
    report: reportOf(type, data.bounce),
    said: said ? withoutAddresses(said) : null,
  }
}

type Bounce = { type: string; subType: string }

/** Permanent ones that the service's own list of addresses has stopped, whatever name it has for that list. */
const BY_LIST = ['Suppressed', 'OnAccountSuppressionList']

function bounceKind(type: string, bounce?: Bounce): BounceKind | null {
  if (type === 'email.suppressed') return 'suppressed'
  if (type === 'email.failed') return 'returned'
  if (type !== 'email.bounced') return null
  if (bounce?.subType === 'MailboxFull') return 'full'
  if (!isPermanent(bounce)) return 'returned'
  return BY_LIST.includes(bounce?.subType ?? '') ? 'suppressed' : 'hard'
}

function reportOf(type: string, bounce?: Bounce): string | null {
  if (type !== 'email.bounced' || !bounce) return type.replace(/^email\./, '') || null
  return withoutAddresses([bounce.type, bounce.subType].filter(Boolean).join(', ')).slice(0, 60) || 'bounced'
}

function isPermanent(bounce?: Bounce): boolean {
  return bounce?.type.toLowerCase() === 'permanent'
}

/** What the mail service reported, for staff: what it calls it, and the server's own words. */
export function reportedWords({ report, said }: Pick<MailEvent, 'report' | 'said'>): string | null {
  return [report, said].filter(Boolean).join(': ').slice(0, 300) || null
}
