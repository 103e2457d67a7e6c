import { bigserial, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes } from './columns'

/**
 * Which data keys have been in front, by their ids: an id is here before the first value is sealed under its key, so
 * whoever does not know all of them may not be able to open what is stored.
 */
export const dataKeys = pgTable('data_keys', {
  id: text('id').primaryKey(),
  since: at('since').notNull().defaultNow(),
})

/** Who did what, and when. Holds no supporter's personal data, and is never changed. */
export const audit = pgTable(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id'),
    verb: text('verb').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (t) => [
    index('audit_subject').on(t.subjectKind, t.subjectId),
    index('audit_at').on(t.at),
    // The audit is read by who and by what, newest first.
    index('audit_actor').on(t.actorId, t.id),
    index('audit_verb').on(t.verb, t.id),
  ],
)

/** The operator's logo, as we encoded it; a setting names the one that is shown, and no other is kept. */
export const logos = pgTable('logos', {
  /** Made of its bytes: the same logo has the same address. */
  id: uuid('id').primaryKey(),
  webp: bytes('webp').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull(),
})
