import type { Database } from '@/db/client'
import { testDatabase } from '@/db/testing'
import type { Context } from '@/lib/kernel/context'
import { env } from '@/lib/kernel/env'
import type { Env } from '@/lib/kernel/read-env'
import type { Transport } from '@/lib/kernel/transport'
import { transportOf } from '@/lib/mailer/transport'
import { fromDatabase } from '@/lib/settings/from-database'

/** A context for verbs under test, with a clock that the test moves. */
export type TestContext = Context & { actor: { kind: 'system' }; setNow: (now: Date) => void }

/** What a test has otherwise than the environment: parts of it, or another way for its mail. */
export type Given = { env?: Partial<Env>; transport?: Transport }

/** A context on `db`. It reads every setting from there, so that a test sees what it wrote. */
export function testContext(db: Database, startsAt = new Date(), given: Given = {}): TestContext {
  let now = startsAt
  const own = given.env ? { ...env(), ...given.env } : env()
  return {
    db,
    actor: { kind: 'system' },
    now: () => now,
    env: own,
    settings: fromDatabase,
    transport: given.transport ?? transportOf(own),
    setNow: (to) => {
      now = to
    },
  }
}

/** Runs `work` in a transaction of {@link testDatabase} that is rolled back, whatever happens. */
export async function rolledBack(
  work: (ctx: TestContext) => Promise<void>,
  startsAt?: Date,
  given?: Given,
): Promise<void> {
  const db = await testDatabase()
  const done = Symbol('done')
  try {
    await db.transaction(async (tx) => {
      // A transaction has all of a database's methods that verbs use.
      await work(testContext(tx as unknown as Database, startsAt, given))
      throw done
    })
  } catch (thrown) {
    if (thrown !== done) throw thrown
  }
}
