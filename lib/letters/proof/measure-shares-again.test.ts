import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters } from '@/db/schema/index'
import { confirmedLetter, letterRow, onCampaign, queued } from '@/lib/letters/testing'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { measureSharesAgain, measureSharesAgainJob } from './measure-shares-again'

const migration = readFileSync(
  fileURLToPath(new URL('../../../db/migrations/0034_share_only_where_it_tells.sql', import.meta.url)),
  'utf8',
)

test('letters from before keep a share only where their text says enough, batch by batch, and each is read once', () =>
  onCampaign(async (ctx, campaign) => {
    const { body } = composeLetter(campaign.content, {
      own: NO_OWN_WORDS,
      wording: anyWording(campaign.content, 0),
      mpName: null,
      constituency: 'Bath',
      nation: 'England',
    })
    const ids: string[] = []
    for (const text of ['Stop.', body, 'word '.repeat(2000), body, 'Stop.']) {
      const { id } = await confirmedLetter(ctx, campaign, { body: text })
      await ctx.db.update(letters).set({ ownShare: 1, ownWords: 100 }).where(eq(letters.id, id))
      ids.push(id)
    }
    const sealed = ids[4] ?? ''
    await ctx.db.update(letters).set({ textSealed: null, sketch: null, ownSketch: null }).where(eq(letters.id, sealed))
    const inOrder = ids.slice(0, 4).sort()
    await measureSharesAgain(ctx, null, 3)
    expect((await queued(ctx, measureSharesAgainJob, inOrder[2] ?? ''))[0]?.payload).toEqual({ after: inOrder[2] })
    await measureSharesAgain(ctx, inOrder[2] ?? null, 3)
    const shares = await Promise.all(ids.map(async (id) => (await letterRow(ctx, id)).ownShare))
    expect(shares).toEqual([null, 1, null, 1, 1])
  }))

test('the migration takes the share of what has too few words in all, and queues the look at what has its text', () =>
  onCampaign(async (ctx, campaign) => {
    const [few, many, none] = await Promise.all([1, 2, 3].map(() => confirmedLetter(ctx, campaign)))
    for (const [letter, ownShare, ownWords] of [
      [few, 0.5, 20],
      [many, 0.5, 40],
      [none, 0, 0],
    ] as const) {
      await ctx.db
        .update(letters)
        .set({ ownShare, ownWords })
        .where(eq(letters.id, letter?.id ?? ''))
    }
    await ctx.db.execute(sql.raw(migration.replaceAll('--> statement-breakpoint', '')))
    const shares = await Promise.all(
      [few, many, none].map(async (one) => (await letterRow(ctx, one?.id ?? '')).ownShare),
    )
    expect(shares).toEqual([null, 0.5, 0])
    expect(await queued(ctx, measureSharesAgainJob, 'after')).toMatchObject([{ payload: { after: null } }])
  }))
