import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, lte } from 'drizzle-orm'
import { staff, staffSignInLinks } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { MINUTE } from '@/lib/kernel/time/durations'
import { mayUseLinks } from './may-use-links'
import { afterQuery } from './page-after'

const PASS_MINUTES = 1

/** A way in that was made: the whole address to open, and until when. */
export type SignInLink = { url: string; expires: Date }

/** Makes a member's way in, which works once. `minutes` is how long it waits to be used, `to` the page that was meant. */
export async function makeSignInLink(ctx: Context, email: string, minutes: number, to = ''): Promise<SignInLink> {
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(ctx.now().getTime() + minutes * MINUTE)
  await ctx.db.delete(staffSignInLinks).where(lte(staffSignInLinks.expires, ctx.now()))
  await ctx.db.insert(staffSignInLinks).values({ identifier: email, token: linkHash(token), expires })
  return { url: `${ctx.env.appUrl}/staff/sign-in/open?token=${token}${afterQuery(to, '&')}`, expires }
}

/** Whom a link lets in, without using it up; `null` when it was used, has run out, or leads nowhere. */
export async function readSignInLink(ctx: Context, token: string): Promise<{ email: string } | null> {
  const [found] = await ctx.db
    .select({ email: staffSignInLinks.identifier })
    .from(staffSignInLinks)
    .where(works(ctx, token))
  return found ?? null
}

/**
 * Uses a link up, and gives in exchange a pass that Auth.js takes within the next minute: a link that was
 * mailed is no use to its callback, which answers a GET. `null` like {@link readSignInLink}.
 */
export async function spendSignInLink(ctx: Context, token: string): Promise<{ email: string; pass: string } | null> {
  const [used] = await ctx.db
    .delete(staffSignInLinks)
    .where(works(ctx, token))
    .returning({ email: staffSignInLinks.identifier })
  if (!used) return null
  const pass = randomBytes(32).toString('base64url')
  const expires = new Date(ctx.now().getTime() + PASS_MINUTES * MINUTE)
  await ctx.db.insert(staffSignInLinks).values({ identifier: used.email, token: passHash(ctx, pass), expires })
  return { email: used.email, pass }
}

/** Not used, not run out, and its owner still on the team, as one for whom links are. */
function works(ctx: Context, token: string) {
  const owners = ctx.db.select({ email: staff.email }).from(staff).where(mayUseLinks(ctx))
  return and(
    eq(staffSignInLinks.token, linkHash(token)),
    gt(staffSignInLinks.expires, ctx.now()),
    inArray(staffSignInLinks.identifier, owners),
  )
}

function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** As Auth.js keeps the tokens of its e-mail provider, with the secret that it is given there. */
function passHash({ env }: Context, pass: string): string {
  return createHash('sha256')
    .update(pass + env.authSecrets[0])
    .digest('hex')
}
