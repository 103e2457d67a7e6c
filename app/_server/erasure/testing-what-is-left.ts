import { sql } from 'drizzle-orm'
import { mailDomainHash } from '@/lib/letters/review/origin-hash'
import type { TestContext } from '@/lib/mailer/testing/context'
import { purge } from '@/lib/privacy/purge'
import { lookupHash } from '@/lib/settings/lookup-hash'
import { canonicalEmail } from '@/lib/supporters/identity'
import type { Run } from './testing-fates'
import { everythingStored } from './testing-stored'

const GROUPS: Record<string, string> = { name: 'person', mail: 'person', said: 'notes', note: 'notes' }

/** Purges as of so long after the letters were written. */
export async function after(
  { ctx, writtenAt, site }: Run,
  { days = 0, months = 0 }: { days?: number; months?: number },
) {
  // What the purge before has left to be told has been told by then.
  await site.work('tell-failed')
  const at = new Date(writtenAt)
  at.setUTCMonth(at.getUTCMonth() + months)
  at.setUTCDate(at.getUTCDate() + days)
  ctx.setNow(at)
  await purge(ctx)
}

/** What is left of each letter, as `person`, `text` and `notes`; and the places where anything of anybody stands. */
export async function leftOf({ ctx, canaries }: Run) {
  const stored = await everythingStored(ctx)
  const of = new Map<string, Set<string>>()
  const places: Record<string, string[]> = {}
  const found = (what: string, place: string, code = '') => {
    places[what] = [...new Set([...(places[what] ?? []), place.replace(/^public\./, '')])].sort()
    of.set(code, (of.get(code) ?? new Set()).add(what))
  }
  const byPostcode = new Map(canaries.map((one) => [one.postcode.toLowerCase().replace(' ', ''), one.code]))
  const hashes = await Promise.all(
    canaries.map(async ({ email }) => ({
      address: (await lookupHash(ctx, canonicalEmail(email))).toLowerCase(),
      domain: (await mailDomainHash(ctx, email.split('@')[1] ?? '')).toLowerCase(),
    })),
  )
  for (const { place, holds } of stored) {
    for (const [, kind = '', code] of holds.matchAll(/zq(name|mail|addr|town|word|subj|note|said)([a-z]{2})/g))
      found(GROUPS[kind] ?? 'text', place, code)
    // By itself: within what is sealed six such characters come by chance, about once in some hundred runs.
    for (const [postcode] of holds.matchAll(/\bzz9 ?\d[a-z]z\b/g)) {
      const code = byPostcode.get(postcode.replace(' ', ''))
      if (code) found('person', place, code)
    }
    if (holds.includes('zqleft')) found('member', place)
    if (holds.includes('zqfail')) found('job', place)
    for (const { address, domain } of hashes) {
      if (holds.includes(address)) found('hash of address', place)
      if (holds.includes(domain)) found('hash of domain', place)
    }
  }
  const letterOf = (fate: string) =>
    canaries.filter((one) => one.fate === fate).flatMap(({ code }) => [...(of.get(code) ?? [])])
  return { of, places, letterOf }
}

/** The ends whose letters have left such a thing, without and with updates asked for. */
export function fatesLeaving({ canaries }: Run, { of }: Pick<Awaited<ReturnType<typeof leftOf>>, 'of'>, what: string) {
  const leaving = (updates: boolean) =>
    canaries
      .filter((one) => one.updates === updates && of.get(one.code)?.has(what))
      .map(({ fate }) => fate)
      .sort()
  return { without: leaving(false), withUpdates: leaving(true) }
}

/** Whether there are rows that say something of mail, or of somebody under a keyed hash. */
export async function rowsLeft({ db }: TestContext): Promise<Record<string, unknown>> {
  const [left] = await db.execute(sql`
    select exists (select from sent_mails) as sent_mails, exists (select from mail_events) as mail_events,
      exists (select from delivery_attempts) as delivery_attempts,
      (select count(*)::int from suppressions where reason = 'bounced') as bounced,
      (select count(*)::int from suppressions where reason = 'complained') as complained,
      exists (select from links where expires_at is not null) as links_with_an_end,
      exists (select from live_answers) as live_answers, exists (select from rate_limits) as rate_limits,
      exists (select from mailbox_turns) as mailbox_turns, exists (select from webhook_attempts) as webhook_attempts,
      exists (select from webhook_attempts where answer_sealed is not null) as webhook_answers,
      exists (select from letters where network_hash is not null) as networks`)
  return { ...left }
}
