import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { settings } from '@/db/schema/settings'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import { afterCommit, type Context, inTransaction } from '@/lib/kernel/context'
import { outdate } from './cached'
import { fromDatabase } from './from-database'

/** How a change is written down: what stood there and what stands there now as they are, unless told otherwise. */
export type Audited<T> = {
  verb: AuditVerb
  subject?: { kind: string; id: string }
  before?: null | ((before: T, ctx: Context) => unknown)
  after?: unknown
}

/** One thing that the installation keeps, by its name. */
export type Setting<T> = {
  name: string
  /** What is kept, at most 2 seconds behind another process. Throws where it is spoilt, unless the schema catches that. */
  read(ctx: Context): Promise<T>
  /** The same as it stands in the caller's database or transaction at this moment. */
  readNow(ctx: Context): Promise<T>
  /** Keeps another value in its place. */
  keep(ctx: Context, value: T, audited?: Audited<T>): Promise<void>
  /** Keeps what `next` makes of what is there, one change after the other; with `null` nothing. Gives what it kept. */
  change(ctx: Context, next: (before: T) => T | null, audited?: Audited<T>): Promise<T | null>
  /** Keeps the value unless there is one. Gives whether it did. */
  keepFirst(ctx: Context, value: T): Promise<boolean>
  /** Keeps nothing any more, so that the fallback counts. Gives whether there was something. */
  remove(ctx: Context): Promise<boolean>
}

/** The owner of one setting: its name stands here and nowhere else. `fallback` counts where nothing is kept. */
export function setting<T>(name: string, schema: z.ZodType<T>, fallback: T): Setting<T> {
  const parsed = (stored: unknown) => (stored === undefined ? fallback : schema.parse(stored))
  const change: Setting<T>['change'] = (ctx, next, audited) =>
    inTransaction({ ...ctx, settings: fromDatabase }, async (inner) => {
      await inner.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`setting ${name}`}))`)
      const stored = await fromDatabase.read(inner, name)
      const value = next(parsed(stored))
      if (value === null) return null
      if (audited) {
        const { verb, subject = { kind: 'setting', id: name }, after = value } = audited
        const before = audited.before
          ? await audited.before(parsed(stored), inner)
          : 'before' in audited
            ? null
            : stored
        await recordAudit(inner, { verb, subject, before, after })
      }
      await write(inner, name, value)
      return value
    })
  return {
    name,
    read: async (ctx) => parsed(await ctx.settings.read(ctx, name)),
    readNow: async (ctx) => parsed(await fromDatabase.read(ctx, name)),
    change,
    async keep(ctx, value, audited) {
      await change(ctx, () => value, audited)
    },
    async keepFirst(ctx, value) {
      const row = { name, value, updatedAt: ctx.now() }
      const made = await ctx.db.insert(settings).values(row).onConflictDoNothing().returning({ name: settings.name })
      noteWritten(ctx)
      return made.length > 0
    },
    async remove(ctx) {
      const gone = await ctx.db.delete(settings).where(eq(settings.name, name)).returning({ name: settings.name })
      noteWritten(ctx)
      return gone.length > 0
    },
  }
}

async function write(ctx: Context, name: string, value: unknown): Promise<void> {
  const row = { value, updatedAt: ctx.now() }
  await ctx.db
    .insert(settings)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: settings.name, set: row })
  noteWritten(ctx)
}

/** Other processes hear it from the database; this one reads what it has written from its next read on. */
function noteWritten(ctx: Context): void {
  afterCommit(ctx, () => outdate('settings'))
}
