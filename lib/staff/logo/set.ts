import { createHash } from 'node:crypto'
import { eq, ne } from 'drizzle-orm'
import { logos } from '@/db/schema/index'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { type Logo, logoSetting } from '@/lib/settings/logo'
import type { LogoGround } from '@/lib/settings/logo-on-page'
import { tellChanged } from '@/lib/settings/public-pages-changed'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import type { EncodedLogo } from './encode'

/** `encoded`: another logo, or `null` where the one that is shown stays. `ground`: as chosen, or `auto` for what it asks for. */
export type NewLogo = { encoded: EncodedLogo | null; alt: string; ground: LogoGround | 'auto' }

/**
 * Shows another logo of the operator on every public page, or the same with other words or another ground. Throws a
 * `Refusal` where the actor may not, or where there is none that could stay.
 */
export function setLogo(ctx: Context, { encoded, alt, ground }: NewLogo): Promise<void> {
  assertAllowed(ctx, 'settings.set-logo')
  return inTransaction(ctx, async (inner) => {
    const stored = encoded && (await storeLogo(inner, encoded))
    await change(inner, (shown) => {
      const base = stored ?? shown
      if (!base) throw new Refusal('not-found', 'There is no logo.')
      const { id, width, height, measured } = base
      return { id, alt, width, height, ground: ground === 'auto' ? measured : ground, measured }
    })
  })
}

/** Shows no logo any more. Throws a `Refusal` where the actor may not. */
export function removeLogo(ctx: Context): Promise<void> {
  assertAllowed(ctx, 'settings.set-logo')
  return inTransaction(ctx, (inner) => change(inner, () => null))
}

/** A logo as it is served; `null` when there is none of that id. */
export async function findLogo({ db }: Context, id: string): Promise<Uint8Array | null> {
  const [row] = await db.select({ webp: logos.webp }).from(logos).where(eq(logos.id, id))
  return row?.webp ?? null
}

/** Where it stays as it is, nothing is written down and no page is made anew; one that is shown no more is gone from its address. */
async function change(ctx: Context, next: (shown: Logo | null) => Logo | null): Promise<void> {
  const kept = await logoSetting.change(
    ctx,
    ({ shown }) => {
      const after = next(shown)
      return JSON.stringify(after) === JSON.stringify(shown) ? null : { shown: after }
    },
    { verb: 'settings.set-logo' },
  )
  if (!kept) return
  await ctx.db.delete(logos).where(kept.shown ? ne(logos.id, kept.shown.id) : undefined)
  await tellChanged(ctx)
}

/** Under an id made of its bytes: uploaded twice, it is there once. */
async function storeLogo(ctx: Context, { webp, width, height, measured }: EncodedLogo) {
  const hash = createHash('sha256').update(webp).digest('hex')
  const id = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
  const createdBy = ctx.actor.kind === 'staff' ? ctx.actor.id : ctx.actor.kind
  await ctx.db.insert(logos).values({ id, webp, createdBy, createdAt: ctx.now() }).onConflictDoNothing()
  return { id, width, height, measured }
}
