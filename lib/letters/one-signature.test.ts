import { readdirSync, readFileSync } from 'node:fs'
import { eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { figures, letters, supporters } from '@/db/schema/index'
import { deliverLetter } from '@/lib/delivery/testing'
import { rebuildFigures } from '@/lib/figures/roll-up/recount'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import type { TestContext } from '@/lib/mailer/testing/context'
import { confirmLetter } from './confirming/confirm'
import { onCampaign, VACANT, WESTMINSTER, writtenLetter } from './testing'

const ALDERSHOT = 'E14001063'
const BATH = 'E14001080'

/** What the migration does with the rows that it finds, and the indexes that it makes after that. */
function migration(): string[] {
  const name = readdirSync('db/migrations').find((file) => file.endsWith('one_signature_for_a_person_and_campaign.sql'))
  return readFileSync(`db/migrations/${name}`, 'utf8')
    .split('--> statement-breakpoint')
    .filter((statement) => /^\s*(--[^\n]*\n\s*)*(UPDATE|CREATE UNIQUE INDEX)/.test(statement))
}

test('people who signed for several seats count once from then on, the earliest; their letters stay', () =>
  onCampaign(async (ctx, campaign) => {
    await ctx.db.execute(sql`drop index supporters_one_signature`)
    await ctx.db.execute(sql`drop index supporters_household`)
    /** As it was: confirmed for a seat, in a place of that seat's own. */
    const signed = async (hour: number, name: string, constituencyCode: string, householdPlace: number) => {
      ctx.setNow(new Date(NOON.getTime() + hour * HOUR))
      const email = 'home@example.org'
      const letter = await writtenLetter(ctx, campaign, { name: `${name} ${hour}`, email, constituencyCode })
      await confirmLetterBefore(ctx, letter, { name, householdPlace })
      return letter
    }
    const ann = await signed(0, 'Ann', WESTMINSTER, 1)
    const again = await signed(1, 'Ann', ALDERSHOT, 1)
    const ben = await signed(2, 'Ben', ALDERSHOT, 2)
    const cem = await signed(3, 'Cem', BATH, 1)
    const third = await signed(4, 'Ann', BATH, 2)
    await rollUp(ctx)
    const counted = async () => {
      const rows = await ctx.db
        .select({ code: figures.constituencyCode, supporters: figures.supporters, letters: figures.letters })
        .from(figures)
        .orderBy(figures.constituencyCode)
      return rows.map(({ code, ...counts }) => [code, counts.supporters, counts.letters])
    }
    expect(await counted()).toEqual([
      [ALDERSHOT, 2, 2],
      [BATH, 2, 2],
      [WESTMINSTER, 1, 1],
    ])

    for (const statement of migration()) await ctx.db.execute(sql.raw(statement))

    const rows = await ctx.db.select().from(supporters)
    const standing = ({ supporterId }: { supporterId: string }) => {
      const row = rows.find(({ id }) => id === supporterId)
      return [row?.repeatOf, row?.householdPlace]
    }
    expect([ann, again, ben, cem, third].map(standing)).toEqual([
      [null, 1],
      [ann.supporterId, null],
      [null, 2],
      [null, null],
      [ann.supporterId, null],
    ])
    await rollUp(ctx)
    const once = [
      [ALDERSHOT, 1, 2],
      [BATH, 1, 2],
      [WESTMINSTER, 1, 1],
    ]
    expect(await counted()).toEqual(once)
    expect(await rebuildFigures(ctx)).toEqual([])
    expect(await counted()).toEqual(once)

    const more = await writtenLetter(ctx, campaign, {
      name: 'Ann',
      email: 'home@example.org',
      constituencyCode: VACANT,
    })
    await ctx.db.update(supporters).set({ identityHash: 'of Ann' }).where(eq(supporters.id, more.supporterId))
    expect(await confirmLetter(ctx, more.id)).toMatchObject({ outcome: 'taken' })
    const dee = await writtenLetter(ctx, campaign, { name: 'Dee', email: 'home@example.org', constituencyCode: VACANT })
    expect(await confirmLetter(ctx, dee.id)).toMatchObject({ outcome: 'full' })
  }))

/** Confirms and sends a letter past the rules of today. */
async function confirmLetterBefore(
  ctx: TestContext,
  { id, supporterId }: { id: string; supporterId: string },
  { name, householdPlace }: { name: string; householdPlace: number },
): Promise<void> {
  await ctx.db
    .update(supporters)
    .set({ confirmedAt: ctx.now(), householdPlace, identityHash: `of ${name}` })
    .where(eq(supporters.id, supporterId))
  await ctx.db
    .update(letters)
    .set({ state: 'queued', confirmedAt: ctx.now(), dueAt: ctx.now() })
    .where(inArray(letters.id, [id]))
  await deliverLetter(ctx, id)
}
