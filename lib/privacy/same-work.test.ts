import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { statementsOf } from '@/lib/kernel/testing/statements'
import { confirmedLetter, onCampaign } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { askForSignInLink } from '@/lib/staff/sign-in/ask-for-sign-in-link'
import { memberContext } from '@/lib/staff/testing'
import { askForMyDataLink } from './ask-for-my-data-link'

/**
 * The statements that something asks the database for, without what they are asked with, and the jobs it leaves. A job
 * that began beside the answer would make it wait, and that of a known address has more to do.
 */
async function workOf(ctx: TestContext, ask: (ctx: TestContext) => Promise<void>) {
  const jobs = async () =>
    ctx.db.execute<{ task: string; keys: string; size: number; keyed: boolean; later: boolean }>(sql`
      select task.identifier as task, (select string_agg(k, ',') from json_object_keys(job.payload) k) as keys,
        length(job.payload::text) as size, job.key is not null as keyed,
        job.run_at >= ${ctx.now().toISOString()}::timestamptz + interval '1 second' as later
      from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      order by job.id`)
  const before = (await jobs()).length
  const statements = await statementsOf(ctx, ask)
  return { statements, jobs: [...(await jobs())].slice(before) }
}

describe('a known and an unknown address cost the same statements and the same jobs', () => {
  test('where somebody asks for their data', () =>
    onCampaign(async (ctx, campaign) => {
      const { email } = await confirmedLetter(ctx, campaign)
      const known = await workOf(ctx, (inner) => askForMyDataLink(inner, email))
      const unknown = await workOf(ctx, (inner) => askForMyDataLink(inner, 'nobody@example.org'))
      expect(known.jobs).toMatchObject([{ task: 'find-my-data', later: true }])
      expect(unknown).toEqual(known)
    }))

  test('where somebody asks to sign in', () =>
    onCampaign(async (ctx) => {
      await memberContext(ctx, 'admin', 'member@example.org')
      // The look-up key is made by whoever comes first.
      await askForSignInLink(ctx, 'first@example.org')
      const known = await workOf(ctx, (inner) => askForSignInLink(inner, 'member@example.org'))
      const unknown = await workOf(ctx, (inner) => askForSignInLink(inner, 'nobody@example.org'))
      expect(known.jobs).toMatchObject([{ task: 'find-to-sign-in', later: true }])
      expect(unknown).toEqual(known)
    }))
})
