import { and, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type HeldReason, type LetterState, letterStates, letters } from '@/db/schema/index'
import type { AuditVerb } from '@/lib/audit/verbs'
import { wasTaken } from '@/lib/delivery/blocks/release-blocked'
import type { Job } from '@/lib/jobs/define-job'
import { HELD_BY_TEAM } from '@/lib/letters/held-for-person'
import { tellFailedJob, tellHeldJob } from '@/lib/letters/jobs'
import { isEnded } from '@/lib/letters/letter-states'

export const letterActions = ['hold', 'release', 'send-again', 'fail', 'not-genuine', 'genuine'] as const
/**
 * Held for what a person decides. Others wait for an MP, an address or a domain, and go by themselves; of what is
 * unsettled nobody knows whether it was sent: it is sent again knowingly, or not at all.
 */
const releasable = ['staff', 'abuse', 'returned'] as const satisfies HeldReason[]

export type LetterAction = (typeof letterActions)[number]

type Follow = { job: Job<{ letterId: string }>; key: (letterId: string) => string }

/** What an action does to each letter, as parts of one statement: another action is another row of the table below. */
export type Action = {
  verb: AuditVerb
  from: LetterState[]
  /** Which of those it can be done to, beside the state. */
  where?: SQL | undefined
  /** `null`: it stays in its state. */
  to: LetterState | null
  /** As it stands in the letter's history, with what staff noted. */
  reason: string
  /** What it sets beside the state, as `column = value`; `at` is the moment, as text. */
  set: (at: string) => SQL
  /** The job that each leads to; `due`: it is sent. */
  follow: Follow | 'due' | null
}

export const actions: Record<LetterAction, Action> = {
  hold: {
    verb: 'letters.hold',
    from: ['queued', 'sending'],
    to: 'held',
    reason: HELD_BY_TEAM,
    set: () => sql`held_reason = 'staff', due_at = null`,
    follow: { job: tellHeldJob, key: (id) => `held ${id} staff` },
  },
  release: {
    verb: 'letters.release',
    from: ['held'],
    where: and(isNotNull(letters.textSealed), inArray(letters.heldReason, [...releasable])),
    to: 'queued',
    reason: 'released',
    // What the service had taken goes as a new sending.
    set: () => sql`held_reason = null, due_at = null, ended_at = null, round = letters.round + ${wasTaken}`,
    follow: 'due',
  },
  'send-again': {
    verb: 'letters.send-again',
    from: ['bounced', 'failed', 'held'],
    where: and(
      isNotNull(letters.textSealed),
      or(isNull(letters.heldReason), inArray(letters.heldReason, ['unsettled', 'returned'])),
      // What has waited as long as was promised is not sent, and its writer was told so.
      sql`not exists (select from letter_events waited where waited.letter_id = letters.id and waited.reason like 'waited-%')`,
    ),
    to: 'queued',
    reason: 'sent-again',
    set: () =>
      sql`held_reason = null, due_at = null, ended_at = null, tries = 0, tried_since = null, round = letters.round + 1`,
    follow: 'due',
  },
  fail: {
    verb: 'letters.fail',
    from: ['queued', 'sending', 'held'],
    to: 'failed',
    reason: 'staff',
    set: (at) => sql`held_reason = null, due_at = null, ended_at = ${at}::timestamptz`,
    follow: { job: tellFailedJob, key: (id) => `failed ${id}` },
  },
  'not-genuine': {
    verb: 'letters.not-genuine',
    from: letterStates.filter((state) => state !== 'withdrawn'),
    to: null,
    reason: 'not-genuine',
    set: (at) => sql`not_genuine_at = ${at}::timestamptz`,
    follow: null,
  },
  // Back to where it was: one that was waiting to be sent waits again, while there is a text to send.
  genuine: {
    verb: 'letters.genuine',
    from: letterStates.filter((state) => state !== 'withdrawn'),
    where: or(isNotNull(letters.textSealed), isEnded),
    to: null,
    reason: 'genuine',
    set: () => sql`not_genuine_at = null`,
    follow: 'due',
  },
}
