import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { campaignVersions, letters, wordingsGiven } from '@/db/schema/index'
import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { contentFor } from '@/lib/content/content-for-mp'
import { DAY } from '@/lib/kernel/time/durations'
import { confirmedLetter, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { letterKit } from '@/lib/writing/wordings/letter-kit'
import type { Wording } from '@/lib/writing/wordings/wording'
import { wordingFigures } from './wordings'

const scope = (campaignId: string) => ({ campaignId, from: '2026-10-01', to: '2026-12-31' })

function subjectOf(content: CampaignContent, { said }: Wording): string | undefined {
  const { sentences } = letterKit(content)
  return said.flatMap(({ sentence }) => sentences[sentence] ?? []).find(({ slot }) => slot === 'subject')?.source
}

test('each wording is told by whom it was given to, who of them confirmed, and how many letters have its slot', () =>
  onCampaign(async (ctx, campaign) => {
    const { content } = campaign
    const first = anyWording(content, 0)
    const other = Array.from({ length: 50 }, (_, turn) => anyWording(content, turn)).find(
      (one) => subjectOf(content, one) !== subjectOf(content, first),
    )
    if (!other) throw new Error('The campaign has one subject alone.')
    const write = async (make: typeof writtenLetter, set: Partial<typeof letters.$inferInsert>) => {
      const { id } = await make(ctx, campaign)
      const createdAt = new Date(ctx.now().getTime() - 2 * DAY)
      await ctx.db
        .update(letters)
        .set({ createdAt, wording: first, ...set })
        .where(eq(letters.id, id))
      return id
    }
    await write(confirmedLetter, {})
    await write(writtenLetter, {})
    await write(confirmedLetter, { wording: other })
    // Too late to say, taken back, trials, and what was kept before sentences were chosen.
    await write(writtenLetter, { createdAt: ctx.now() })
    await write(confirmedLetter, { state: 'withdrawn' })
    await write(confirmedLetter, { reflectedAt: ctx.now() })
    await write(confirmedLetter, { notGenuineAt: ctx.now() })
    await write(confirmedLetter, { wording: { subject: 1 } })
    const shown = await wordingFigures(ctx, scope(campaign.id))
    expect(shown.letters).toBe(4)
    const subjects = shown.wordings.filter(({ slot }) => slot === 'subject')
    expect(subjects.map(({ source, given, confirmed, whole }) => [source, given, confirmed, whole])).toEqual([
      [subjectOf(content, first), 2, 1, 3],
      [subjectOf(content, other), 1, 1, 3],
    ])
    for (const { given, confirmed, whole } of shown.wordings) {
      expect(given).toBeLessThanOrEqual(whole)
      expect(confirmed).toBeLessThanOrEqual(given)
    }
    expect(await wordingFigures(ctx, scope(crypto.randomUUID()))).toEqual({ letters: 0, wordings: [] })
  }))

test('what was written for a group of MPs counts as its own words', () =>
  onCampaign(async (ctx, campaign) => {
    const openings = ['I live here and write to you.', 'You have said little of Artsakh.']
    const written = campaignContent.parse({
      ...campaign.content,
      groups: [
        { id: 'tories', name: 'Tories', parties: ['Conservative'], nations: [], seats: [], wordings: { openings } },
      ],
    })
    const [version] = await ctx.db
      .insert(campaignVersions)
      .values({ campaignId: campaign.id, number: 99, content: written, createdBy: 'system' })
      .returning({ id: campaignVersions.id })
    const wording = anyWording(contentFor(written, written.groups[0] ?? null), 0)
    const { id } = await confirmedLetter(ctx, campaign)
    const createdAt = new Date(ctx.now().getTime() - 2 * DAY)
    await ctx.db.update(letters).set({ createdAt, wording, versionId: version?.id }).where(eq(letters.id, id))
    await ctx.db.update(wordingsGiven).set({ groupId: 'tories' }).where(eq(wordingsGiven.letterId, id))
    const { wordings } = await wordingFigures(ctx, scope(campaign.id))
    expect(wordings.filter(({ slot }) => slot === 'opening').map(({ source }) => openings.includes(source))).toEqual([
      true,
    ])
  }))
