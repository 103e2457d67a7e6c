import { and, eq } from 'drizzle-orm'
import { type Role, staff, staffAccounts } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/enqueue'
import { type Context, inTransaction } from '@/lib/kernel/context'
import { callOffPublishingJob } from '@/lib/staff/jobs'
import { isBreakGlass } from '@/lib/staff/sign-in/may-use-links'
import { takeOffTeam } from '@/lib/staff/team/take-off-team'
import { type Claimed, readClaims } from './claims'

/** Why somebody whom their organisation knows is not let in. */
export type NotLetIn = 'no-email' | 'unverified' | 'domain' | 'not-invited' | 'role-taken'

type Member = { id: string; provenAt: Date | null }
type Found = { id: string; email: string; role: Role; roleClaimedAt: Date | null }

/**
 * Whom an issuer's claims sign in, having given them the role that the claims give: a member who is known by the account,
 * or was invited at the address, or comes by the role alone. A role that an earlier claim gave and this one does not is
 * taken: who had it leaves the team. Only the installation itself asks; the claims are those of a checked ID token.
 */
export function memberOfClaims(ctx: Context, claims: unknown): Promise<Member | { refused: NotLetIn }> {
  const { oidc } = ctx.env
  if (!oidc) throw new Error('There is no sign-in by OpenID Connect here.')
  const claimed = readClaims(claims, oidc)
  return inTransaction(ctx, async (inner) => {
    const why = notBelieved(claimed, oidc.domains)
    if (why) return { refused: why }
    const known = await byAccount(inner, claimed.account)
    const found = known ?? (await byEmail(inner, claimed.email ?? ''))
    const role = oidc.roleClaim === null || (found && isBreakGlass(inner, found)) ? found?.role : claimed.role
    if (!found) return role ? join(inner, claimed, role) : { refused: 'not-invited' }
    if (!role && found.roleClaimedAt) {
      await takeOffTeam(inner, found.id)
      return { refused: 'role-taken' }
    }
    if (role && oidc.roleClaim !== null && claimed.role) await giveRole(inner, found, role)
    if (!known) await link(inner, found.id, claimed.account)
    await inner.db.update(staff).set({ emailVerified: inner.now() }).where(eq(staff.id, found.id))
    return { id: found.id, provenAt: claimed.provenAt }
  })
}

function notBelieved({ email, isVerified }: Claimed, domains: readonly string[]): NotLetIn | null {
  if (!email) return 'no-email'
  if (!isVerified) return 'unverified'
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1)) ? null : 'domain'
}

const columns = { id: staff.id, email: staff.email, role: staff.role, roleClaimedAt: staff.roleClaimedAt }

async function byAccount({ db }: Context, account: string): Promise<Found | null> {
  const [found] = await db
    .select(columns)
    .from(staff)
    .innerJoin(staffAccounts, eq(staffAccounts.userId, staff.id))
    .where(and(eq(staffAccounts.provider, 'oidc'), eq(staffAccounts.providerAccountId, account)))
    .for('update', { of: staff })
  return found ?? null
}

async function byEmail({ db }: Context, email: string): Promise<Found | null> {
  const [found] = await db.select(columns).from(staff).where(eq(staff.email, email)).for('update')
  return found ?? null
}

async function join(ctx: Context, { email, account, provenAt }: Claimed, role: Role): Promise<Member> {
  const [made] = await ctx.db
    .insert(staff)
    .values({ email: email ?? '', role, roleClaimedAt: ctx.now(), emailVerified: ctx.now() })
    // Of two sign-ins at once, the second finds what the first has made.
    .onConflictDoUpdate({ target: staff.email, set: { roleClaimedAt: ctx.now() } })
    .returning({ id: staff.id })
  if (!made) throw new Error('Nobody was put on the team.')
  await link(ctx, made.id, account)
  await recordAudit(ctx, { verb: 'team.join', subject: { kind: 'staff', id: made.id }, after: { role } })
  return { ...made, provenAt }
}

async function link({ db }: Context, userId: string, providerAccountId: string): Promise<void> {
  await db
    .insert(staffAccounts)
    .values({ userId, type: 'oidc', provider: 'oidc', providerAccountId })
    .onConflictDoNothing()
}

/** The organisation decides, also where no administrator is left: that of `STAFF_ADMIN_EMAIL` is beyond its claims. */
async function giveRole(ctx: Context, { id, role: before }: Found, role: Role): Promise<void> {
  await ctx.db.update(staff).set({ role, roleClaimedAt: ctx.now() }).where(eq(staff.id, id))
  if (before === role) return
  await recordAudit(ctx, {
    verb: 'team.set-role',
    subject: { kind: 'staff', id },
    before: { role: before },
    after: { role },
  })
  await enqueue(ctx, callOffPublishingJob, { staffId: id, byId: null }, { key: `call off ${id}` })
}
