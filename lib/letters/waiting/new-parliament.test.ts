import { isNull, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters, mps, supporters } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { sendDue } from '@/lib/delivery/ledger/send-due'
import { importMembers } from '@/lib/directory/members/import'
import { allSeats } from '@/lib/directory/seats'
import { env } from '@/lib/kernel/env'
import { seal } from '@/lib/kernel/secrets/crypto'
import { NOON } from '@/lib/kernel/testing/noon'
import { statementsOf } from '@/lib/kernel/testing/statements'
import { DAY, HOUR } from '@/lib/kernel/time/durations'
import { findLetter } from '@/lib/letters/find'
import { markSentByWriter } from '@/lib/letters/printed/sent-by-writer'
import { sealText } from '@/lib/letters/sealed-text'
import { confirmedLetter, onCampaign } from '@/lib/letters/testing'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import type { TestContext } from '@/lib/mailer/testing/context'
import { releaseHeld } from './release-held'

const NEW = 335
/** Addresses of so many come on each of five days; of the last ten none does. */
const EACH_DAY = 65
const ELECTED = NOON.getTime() + 30 * DAY

type Member = { memberId: number; name: string; party: string; email: string | null }
type Row = { code: string; member: Member | null; line: number }

const addressOf = (at: number) => `member${at}@example.org`
const newcomer = (at: number, email: string | null): Member => ({
  memberId: 20_000 + at,
  name: `New Member ${at}`,
  party: 'Independent',
  email,
})

/** A confirmed letter to each of these seats; gives their writers. All but the first are copies of it, under ids of their own. */
async function lettersTo(ctx: TestContext, campaign: LiveCampaign, codes: string[]): Promise<string[]> {
  const first = await confirmedLetter(ctx, campaign, { constituencyCode: codes[0] ?? '' })
  const [letter] = await ctx.db.select().from(letters)
  const [supporter] = await ctx.db.select().from(supporters)
  const text = (await findLetter(ctx, first.id))?.text
  if (!letter || !supporter || !text) throw new Error('The first letter is not there.')
  const copies = codes.slice(1).map((constituencyCode, at) => {
    const [id, supporterId, email] = [crypto.randomUUID(), crypto.randomUUID(), `like${at}@example.org`]
    const signedUp: typeof supporters.$inferInsert = {
      ...supporter,
      id: supporterId,
      submissionId: id,
      constituencyCode,
      emailHash: email,
      identityHash: email,
      nameSealed: seal(first.name, 'name', supporterId),
      emailSealed: seal(email, 'email', supporterId),
      postcodeSealed: seal('SW1A 0AA', 'postcode', supporterId),
    }
    const written: typeof letters.$inferInsert = {
      ...letter,
      id,
      supporterId,
      constituencyCode,
      textSealed: sealText(text, id),
    }
    return { email, signedUp, written }
  })
  await ctx.db.insert(supporters).values(copies.map(({ signedUp }) => signedUp))
  await ctx.db.insert(letters).values(copies.map(({ written }) => written))
  return [first.email, ...copies.map(({ email }) => email)]
}

/** How many letters stand in each state, or are held for each reason. */
async function standing(ctx: TestContext): Promise<Record<string, number>> {
  const rows = await ctx.db.execute<{ stands: string; many: number }>(sql`
    select coalesce(held_reason, state) as stands, count(*)::int as many from letters group by 1`)
  return Object.fromEntries(rows.map(({ stands, many }) => [stands, many]))
}

test('a new Parliament: 335 new members, whose addresses come over five days', () =>
  onCampaign(async (ctx, campaign) => {
    const seats = await allSeats(ctx)
    const sitting = (await ctx.db.select().from(mps).where(isNull(mps.until))).map((mp): Row => {
      const { constituencyCode: code, memberId, name, party } = mp
      return { code, member: { memberId, name, party, email: mp.email ?? 'some@example.org' }, line: 2 }
    })
    await ctx.db.update(mps).set({ until: ctx.now() }).where(isNull(mps.until))
    const writers = await lettersTo(
      ctx,
      campaign,
      seats.slice(0, NEW).map(({ code }) => code),
    )
    expect(await standing(ctx)).toEqual({ dissolved: NEW })

    const codes = seats.map(({ code }) => code)
    const known = new Map(sitting.map((row) => [row.code, row]))
    /** The list of members on a day after the election, when so many of the new have an address. */
    const listed = (withAddress: number, given: Partial<Record<number, Member>> = {}) =>
      importMembers(
        ctx,
        codes.map((code, at): Row => {
          if (at >= NEW) return known.get(code) ?? { code, member: null, line: at }
          return { code, member: given[at] ?? newcomer(at, at < withAddress ? addressOf(at) : null), line: at }
        }),
      )
    const day = (days: number, ms = 0) => ctx.setNow(new Date(ELECTED + days * DAY + ms))
    const looked = async () => {
      const statements = await statementsOf(ctx, (counted) => releaseHeld(counted))
      await sendDue(ctx)
      return statements.length
    }

    day(0)
    await listed(0)
    const all = await looked()
    expect(await standing(ctx)).toEqual({ 'no-address-yet': NEW })
    // Who writes now waits as well.
    const late = await confirmedLetter(ctx, campaign, { constituencyCode: codes[NEW - 2] })
    // However many letters there are, no more statements.
    await ctx.db.execute(sql`savepoint one`)
    day(0, HOUR)
    await listed(1)
    const one = await statementsOf(ctx, (counted) => releaseHeld(counted))
    await ctx.db.execute(sql`rollback to savepoint one`)
    expect(all).toBeLessThanOrEqual(one.length + 1)
    expect(all).toBeLessThan(8)

    // One dies before there was an address, and another has the seat a fortnight later.
    const gone = NEW - 3
    const given: Partial<Record<number, Member>> = {}
    for (let days = 1; days <= 5; days++) {
      day(days)
      await listed(days * EACH_DAY, given)
      await looked()
      expect(await standing(ctx)).toEqual({ accepted: days * EACH_DAY, 'no-address-yet': NEW + 1 - days * EACH_DAY })
    }
    day(6)
    given[gone] = { ...newcomer(900, null), name: 'Somebody Else' }
    await listed(5 * EACH_DAY, given)
    await looked()
    day(7, -1)
    await looked()
    expect(await standing(ctx)).toEqual({ accepted: 325, 'no-address-yet': 11 })
    day(7)
    await looked()
    // The one whose member came later waits longer; the ten others are laid out to post.
    expect(await standing(ctx)).toEqual({ accepted: 325, 'no-email': 10, 'no-address-yet': 1 })

    await markSentByWriter(ctx, late.id, 'post')
    day(8)
    given[gone] = { ...newcomer(900, 'else@example.org'), name: 'Somebody Else' }
    await listed(NEW, given)
    await looked()
    await looked()
    expect(await standing(ctx)).toEqual({ accepted: NEW, 'by-writer': 1 })

    const sent = (await readMailbox(env())).filter(({ replyTo }) => replyTo !== null)
    const to = new Map(sent.map((mail) => [mail.replyTo, mail.to]))
    expect(sent).toHaveLength(NEW)
    expect(writers.map((writer) => to.get(writer))).toEqual(
      writers.map((_, at) => (at === gone ? 'else@example.org' : addressOf(at))),
    )
    const history = await ctx.db.execute<{ reason: string; many: number }>(sql`
      select reason, count(*)::int as many from letter_events
      where reason in ('no-address-yet', 'no-email', 'has-address') group by 1`)
    expect(Object.fromEntries(history.map(({ reason, many }) => [reason, many]))).toEqual({
      'no-address-yet': NEW + 1,
      'no-email': 10,
      'has-address': NEW,
    })
  }))
