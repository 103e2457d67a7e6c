import type { PgTable } from 'drizzle-orm/pg-core'
import type * as schema from '@/db/schema/index'
import { CONFIRM_LINK_DAYS } from '@/lib/settings/confirm-link-days'
import type { PurgeKind } from './purge-kinds'

type NameOf<T> = T extends PgTable<infer Config> ? Config['name'] : never
type TableName = { [Export in keyof typeof schema]: NameOf<(typeof schema)[Export]> }[keyof typeof schema]

/** What a table holds, for how long, and what ends it. */
export type TableRule = {
  /** Whom its rows tell something about. */
  about: 'supporters' | 'staff' | 'nobody'
  holds: string
  kept: string
  /** What the purge ends it by; without one it goes with another row, is gone by itself, or stays. */
  by?: PurgeKind | readonly PurgeKind[]
}

/** The keeping rule of every table: a table without one does not compile, nor pass the test beside this. */
export const tableRules: Record<TableName | 'settings', TableRule> = {
  supporters: {
    about: 'supporters',
    holds: 'name, e-mail, postcode, and what was agreed to; after erasing, an empty row that is counted',
    kept: `unconfirmed ${CONFIRM_LINK_DAYS} days; without updates 6 months after closing or 12 after signing; with updates until they leave`,
    by: ['unconfirmed', 'supporters'],
  },
  letters: {
    about: 'supporters',
    holds:
      'the text with the postal address, and what else its writer gave to be answered by, its sketch, and what became of it',
    kept: 'text and sketch 28 days after its end, or after it was marked as not genuine; it waits 180 days at most; a hash of the network some days; the rest as long as the supporter, then counted only',
    by: ['waits', 'letterTexts', 'networks', 'supporters'],
  },
  letter_acts: {
    about: 'staff',
    holds: 'what staff did to many letters at once, by their id',
    kept: '90 days after it ended',
    by: 'leftovers',
  },
  letter_events: {
    about: 'supporters',
    holds: 'how a letter moved; in notes, the words of mail servers and of staff',
    kept: 'the notes as long as the text; the moves as long as the letter’s row',
    by: 'letterTexts',
  },
  links: {
    about: 'supporters',
    holds: 'hashes of links that were given out',
    kept: 'a week after they ran out; lasting ones as long as the supporter',
    by: ['links', 'supporters'],
  },
  replies: {
    about: 'supporters',
    holds: 'what a writer said of the answer',
    kept: 'as the supporter',
    by: 'supporters',
  },
  mp_answers: {
    about: 'supporters',
    holds: 'what a writer told the team of the answer, and whether it may be quoted',
    kept: 'as the supporter, or until they take it back',
    by: 'supporters',
  },
  wordings_given: {
    about: 'nobody',
    holds: 'which combinations of wordings were given out',
    kept: 'unused a day; used, as long as the letter’s row',
    by: 'wordings',
  },
  sent_mails: {
    about: 'supporters',
    holds: 'under which name the mail service knows a message to a writer: ids alone',
    kept: '90 days',
    by: 'mail',
  },
  mail_events: { about: 'supporters', holds: 'what the mail service told of a message', kept: '90 days', by: 'mail' },
  delivery_attempts: {
    about: 'supporters',
    holds: 'when a letter was handed to the mail service and under which name; while it is under way, the message',
    kept: '90 days after it ended, and while the letter’s text is kept',
    by: 'mail',
  },
  delivery_batches: { about: 'nobody', holds: 'calls to the mail service', kept: 'as their attempts', by: 'mail' },
  suppressions: {
    about: 'supporters',
    holds: 'keyed hashes of addresses that get no mail',
    kept: 'where mail came back 12 months; where its owner said so, until they take it back',
    by: 'suppressions',
  },
  mailbox_turns: {
    about: 'supporters',
    holds: 'keyed hashes of mailboxes that got mail which anybody can set off',
    kept: 'as long as the limit counts: a day',
    by: 'mailboxTurns',
  },
  live_answers: {
    about: 'supporters',
    holds: 'in which constituency a postcode lies, under a keyed hash of it',
    kept: '30 days',
    by: 'lookUps',
  },
  rate_limits: {
    about: 'supporters',
    holds: 'counters under keyed hashes that change daily',
    kept: 'until they have run out',
    by: 'leftovers',
  },
  webhook_deliveries: {
    about: 'supporters',
    holds: 'that a supporter was passed on, to which system, and how it went',
    kept: 'how it went 30 days; that it was, as long as the supporter',
    by: 'deliveries',
  },
  webhook_attempts: {
    about: 'supporters',
    holds: 'each attempt, and the sealed answer of a refusal',
    kept: '30 days, the answer 7',
    by: 'deliveries',
  },
  webhook_endpoints: {
    about: 'nobody',
    holds: 'the operator’s own systems that are told',
    kept: 'removed: as long as somebody who was passed on to it is kept',
    by: 'leftovers',
  },
  staff: { about: 'staff', holds: 'who is on the team', kept: 'while they are' },
  staff_campaigns: { about: 'staff', holds: 'which campaigns a limited member works on', kept: 'as the member' },
  former_staff: {
    about: 'staff',
    holds: 'the e-mail of who has left, by which the record of what staff did names them',
    kept: '12 months after they left',
    by: 'staff',
  },
  staff_accounts: {
    about: 'staff',
    holds: 'by which account of their organisation a member signs in',
    kept: 'as the member',
  },
  staff_apps: { about: 'staff', holds: 'the sealed secret of their authenticator app', kept: 'as the member' },
  staff_passkeys: {
    about: 'staff',
    holds: 'the public keys of their passkeys, how they call them, and when they were last used',
    kept: 'as the member, or until they remove it',
  },
  staff_passkey_challenges: {
    about: 'staff',
    holds: 'what a passkey has to sign in a session',
    kept: 'until it is used, or the session ends',
  },
  staff_recovery_codes: { about: 'staff', holds: 'hashes of codes for a lost phone', kept: 'as the member' },
  staff_kept_forms: {
    about: 'staff',
    holds: 'sealed, a form that waits until its sender has proven who they are',
    kept: 'half an hour, and until the next purge',
    by: 'staff',
  },
  staff_sessions: {
    about: 'staff',
    holds: 'hashes of sessions, with the browser’s kind',
    kept: 'until they end',
    by: 'staff',
  },
  staff_sign_in_links: {
    about: 'staff',
    holds: 'hashes of ways in, with the address',
    kept: 'until they run out',
    by: 'staff',
  },
  staff_alerts: { about: 'nobody', holds: 'of what administrators were told', kept: '90 days', by: 'leftovers' },
  figure_digests: { about: 'staff', holds: 'who wants the digest', kept: 'as the member' },
  audit: {
    about: 'staff',
    holds: 'what was done, by the id of who did it: nobody’s name or address',
    kept: 'for good',
  },
  api_keys: {
    about: 'nobody',
    holds: 'hashes of keys of other programs',
    kept: '12 months after they were revoked or ran out',
    by: 'leftovers',
  },
  figure_links: {
    about: 'nobody',
    holds: 'hashes of links to figures',
    kept: '12 months after they were called back or ran out',
    by: 'leftovers',
  },
  directory_syncs: { about: 'nobody', holds: 'what was read of MPs', kept: '12 months', by: 'leftovers' },
  directory_sync_emails: {
    about: 'nobody',
    holds: 'e-mails of MPs as read',
    kept: 'until the sync has ended',
    by: 'leftovers',
  },
  sender_blocks: {
    about: 'nobody',
    holds: 'domains of MPs that take no mail of ours, with their servers’ words',
    kept: 'the words 90 days; the rest 90 days after an administrator said to try again',
    by: 'leftovers',
  },
  workers: { about: 'nobody', holds: 'which processes work', kept: 'until they have been silent for a minute or two' },
  data_keys: { about: 'nobody', holds: 'ids of keys', kept: 'for good' },
  settings: { about: 'nobody', holds: 'what the installation is set to, and its operator', kept: 'for good' },
  logos: { about: 'nobody', holds: 'the operator’s logo', kept: 'as long as it is shown' },
  campaigns: { about: 'nobody', holds: 'campaigns', kept: 'for good' },
  campaign_versions: { about: 'nobody', holds: 'their texts', kept: 'for good' },
  campaign_publications: { about: 'nobody', holds: 'when each went live', kept: 'for good' },
  campaign_slugs: { about: 'nobody', holds: 'addresses that they had', kept: 'for good' },
  campaign_links: { about: 'nobody', holds: 'links given to partners, and the id of who made each', kept: 'for good' },
  campaign_images: { about: 'nobody', holds: 'their pictures', kept: 'for good' },
  constituencies: { about: 'nobody', holds: 'the directory', kept: 'for good' },
  mps: { about: 'nobody', holds: 'the directory: MPs as Parliament lists them', kept: 'for good' },
  seat_changes: { about: 'nobody', holds: 'what changed about MPs, and the id of who did it', kept: 'for good' },
  seat_elections: { about: 'nobody', holds: 'how the last election of each seat went', kept: 'for good' },
  member_lists: {
    about: 'nobody',
    holds: 'a list of MPs that was uploaded and waits to be brought in',
    kept: 'until it is brought in or discarded, 7 days at most',
    by: 'leftovers',
  },
  postcode_facts: { about: 'nobody', holds: 'the directory', kept: 'for good' },
  postcode_releases: { about: 'nobody', holds: 'the directory', kept: 'for good' },
  directory_undos: { about: 'nobody', holds: 'what the directory can go back to', kept: 'until the next such change' },
  figures: { about: 'nobody', holds: 'counts', kept: 'for good' },
  figure_rolls: { about: 'nobody', holds: 'when was counted', kept: 'for good' },
  figure_hours: { about: 'nobody', holds: 'counts', kept: 'for good' },
  figure_sums: { about: 'nobody', holds: 'counts', kept: 'for good' },
  figure_days: { about: 'nobody', holds: 'counts', kept: 'for good' },
  figure_seat_hours: { about: 'nobody', holds: 'counts', kept: 'for good' },
  figure_days_due: { about: 'nobody', holds: 'which days to sum up', kept: 'until they are summed up' },
  letter_days: { about: 'nobody', holds: 'counts of letters', kept: 'as long as the letters' },
  letter_day_parts: { about: 'nobody', holds: 'counts of letters', kept: 'as long as the letters' },
  letter_days_due: { about: 'nobody', holds: 'which days to sum up', kept: 'until they are summed up' },
  letter_day_marks: { about: 'nobody', holds: 'which days to count anew', kept: 'until they are counted' },
  figure_events: { about: 'nobody', holds: 'counts as they come', kept: '35 days after they were rolled up' },
  figure_state: { about: 'nobody', holds: 'how far was counted', kept: 'for good' },
  sources: { about: 'nobody', holds: 'where people came from', kept: 'for good' },
  step_counts: { about: 'nobody', holds: 'how often next steps were shown and pressed', kept: 'for good' },
  milestones: { about: 'nobody', holds: 'what campaigns have reached', kept: 'for good' },
}

/** The keeping rules of the tables that are not ours: those of the job queue, and of the migrations. */
export const foreignTableRules: Record<string, TableRule> = {
  'graphile_worker._private_jobs': {
    about: 'supporters',
    holds: 'ids of what is to be done',
    kept: 'until it is done; given up, 28 days',
    by: 'jobs',
  },
  'graphile_worker._private_job_queues': { about: 'nobody', holds: 'names of queues', kept: 'for good' },
  'graphile_worker._private_known_crontabs': { about: 'nobody', holds: 'what is done when', kept: 'for good' },
  'graphile_worker._private_tasks': { about: 'nobody', holds: 'kinds of jobs', kept: 'for good' },
  'graphile_worker.migrations': { about: 'nobody', holds: 'versions', kept: 'for good' },
  'drizzle.__drizzle_migrations': { about: 'nobody', holds: 'versions', kept: 'for good' },
}
