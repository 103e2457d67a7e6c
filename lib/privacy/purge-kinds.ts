import { counted } from '@/lib/kernel/text'

/** What a purge does, in its order: it erases, and first ends what has waited too long. */
export const purgedKinds = [
  'unconfirmed',
  'waits',
  'waitsTold',
  'letterTexts',
  'supporters',
  'links',
  'lookUps',
  'deliveries',
  'wordings',
  'mailboxTurns',
  'networks',
  'mail',
  'suppressions',
  'staff',
  'jobs',
  'leftovers',
] as const
export type PurgeKind = (typeof purgedKinds)[number]

/** How many of each kind a purge erased. */
export type Purged = Record<PurgeKind, number>

/** Each kind in words: what was done with so many, and what could not be. */
export const purgeWords: Record<PurgeKind, { done: (many: number) => string; failed: string }> = {
  unconfirmed: {
    done: (many) => `Erased ${counted(many, 'unconfirmed sign-up')}.`,
    failed: 'unconfirmed sign-ups',
  },
  waits: {
    done: (many) => `Ended the waiting of ${counted(many, 'letter')}.`,
    failed: 'letters that have waited too long',
  },
  waitsTold: {
    done: (many) => `Told ${counted(many, 'writer')} that their letter will not wait much longer.`,
    failed: 'word to writers whose letters will not wait much longer',
  },
  letterTexts: {
    done: (many) => `Erased the text and address of ${counted(many, 'letter')}.`,
    failed: 'texts and addresses of letters',
  },
  supporters: {
    done: (many) => `Erased the name, e-mail and postcode of ${counted(many, 'supporter')}.`,
    failed: 'names, e-mails and postcodes of supporters',
  },
  mail: {
    done: (many) => `Forgot ${counted(many, 'record')} of mail that went.`,
    failed: 'records of mail that went',
  },
  suppressions: {
    done: (many) => `Forgot of ${counted(many, 'address', 'addresses')} that mail had come back.`,
    failed: 'addresses from which mail had come back',
  },
  staff: {
    done: (many) => `Forgot ${counted(many, 'trace')} of members who left, or of sessions that ended.`,
    failed: 'traces of members who left, and of sessions that ended',
  },
  jobs: { done: (many) => `Forgot ${counted(many, 'job')} that had been given up.`, failed: 'jobs that were given up' },
  leftovers: {
    done: (many) => `Forgot ${counted(many, 'row')} of no more use: limits, alerts, keys, old syncs.`,
    failed: 'limits, alerts, keys and old syncs of no more use',
  },
  links: { done: (many) => `Erased ${counted(many, 'link')} that had run out.`, failed: 'links that have run out' },
  lookUps: { done: (many) => `Forgot ${counted(many, 'looked-up postcode')}.`, failed: 'looked-up postcodes' },
  deliveries: {
    done: (many) => `Forgot ${counted(many, 'webhook delivery', 'webhook deliveries')}.`,
    failed: 'webhook deliveries',
  },
  wordings: {
    done: (many) => `Forgot ${counted(many, 'wording')} that nobody used.`,
    failed: 'wordings that nobody used',
  },
  mailboxTurns: {
    done: (many) => `Forgot ${counted(many, 'mail')} that counted against a mailbox.`,
    failed: 'what counted against mailboxes',
  },
  networks: {
    done: (many) => `Forgot the network of ${counted(many, 'letter')}.`,
    failed: 'networks of letters',
  },
}
