import { DrizzleAdapter } from '@auth/drizzle-adapter'
import { staff, staffAccounts, staffSessions, staffSignInLinks, type WayIn } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'
import { Refusal } from '@/lib/kernel/faults/errors'
import { endSession, findSession, startSession } from './sessions'

/** How a session begins: in which browser, by which way in, and when its member had proven who they are, if not now. */
export type Began = { browser: string; by: WayIn; provenAt?: Date }

/**
 * Auth.js's way to our tables. The team is made by inviting alone, and sessions are our own: kept by a
 * hash of their token, ended after a fixed time, and for administrators when idle. `began` is what is
 * known of how a new session begins.
 */
export function staffAdapter(ctx: Context, began: Began) {
  return {
    ...DrizzleAdapter(ctx.db, {
      usersTable: staff,
      accountsTable: staffAccounts,
      sessionsTable: staffSessions,
      verificationTokensTable: staffSignInLinks,
    }),
    async createUser(): Promise<never> {
      throw new Refusal('not-allowed', 'Only who was invited can sign in.')
    },
    async createSession({ sessionToken, userId }: { sessionToken: string; userId: string }) {
      return { sessionToken, userId, expires: await startSession(ctx, { token: sessionToken, userId, ...began }) }
    },
    async getSessionAndUser(sessionToken: string) {
      const found = await findSession(ctx, sessionToken)
      if (!found) return null
      const { expires, member } = found
      return { session: { sessionToken, userId: member.id, expires }, user: { ...member, emailVerified: null } }
    },
    // A session is never prolonged.
    async updateSession() {
      return null
    },
    async deleteSession(sessionToken: string) {
      await endSession(ctx, sessionToken)
    },
  }
}
