import { and, eq, gt, lte } from 'drizzle-orm'
import { z } from 'zod'
import { staffKeptForms } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { seal, unseal } from '@/lib/kernel/secrets/crypto'
import { MINUTE } from '@/lib/kernel/time/durations'

/** Minutes for which a form that was sent is kept until its sender has proven who they are. */
export const KEPT_MINUTES = 30
const MOST_CHARACTERS = 100_000

const fields = z.array(z.tuple([z.string(), z.string()]))
/** A form as it was sent: where to, and its fields in their order. */
export type KeptForm = { path: string; fields: [string, string][] }

/** Keeps a form of a member for half an hour. Gives what it is known by; `null` where it is too long to be kept. */
export async function keepForm(ctx: Context, staffId: string, { path, fields }: KeptForm): Promise<string | null> {
  const text = JSON.stringify(fields)
  if (text.length > MOST_CHARACTERS) return null
  await ctx.db.delete(staffKeptForms).where(lte(staffKeptForms.keptAt, since(ctx)))
  const id = crypto.randomUUID()
  const fieldsSealed = seal(text, 'kept-form', id)
  await ctx.db.insert(staffKeptForms).values({ id, staffId, path, fieldsSealed, keptAt: ctx.now() })
  return id
}

/** The form that a member has sent before, and that is kept still; nobody else's. */
export async function keptForm(ctx: Context, staffId: string, id: string): Promise<KeptForm | null> {
  const { id: known, staffId: owner, keptAt } = staffKeptForms
  const [found] = await ctx.db
    .select()
    .from(staffKeptForms)
    .where(and(eq(known, id), eq(owner, staffId), gt(keptAt, since(ctx))))
  return found
    ? { path: found.path, fields: fields.parse(JSON.parse(unseal(found.fieldsSealed, 'kept-form', id))) }
    : null
}

function since({ now }: Context): Date {
  return new Date(now().getTime() - KEPT_MINUTES * MINUTE)
}
