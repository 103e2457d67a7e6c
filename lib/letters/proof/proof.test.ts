import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { letters, postcodeFacts, supporters } from '@/db/schema/index'
import { actOnLetter } from '@/lib/delivery/queue/act-on-letter'
import { deliverLetter } from '@/lib/delivery/testing'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { moveLetter } from '@/lib/letters/move'
import { confirmedLetter, onCampaign, writtenLetter } from '@/lib/letters/testing'
import { memberContext } from '@/lib/staff/testing'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { proofOf } from './proof'

const LATER = new Date(NOON.getTime() + HOUR)

test('the MP’s office sees the constituency, when it was confirmed and sent, that the postcode lies inside, and once it is thought a fake', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    ctx.setNow(LATER)
    await deliverLetter(ctx, id)
    expect(await proofOf(ctx, id)).toEqual({
      constituency: 'Cities of London and Westminster',
      campaign: { title: campaign.content.title, slug: campaign.slug },
      mp: { name: 'Rachel Blake', party: 'Labour (Co-op)' },
      confirmedAt: NOON,
      sentAt: LATER,
      placing: { kind: 'inside', others: [] },
      erased: false,
      ownShare: null,
      notGenuine: false,
    })
    await actOnLetter(await memberContext(ctx, 'admin', 'admin@example.org'), id, {
      action: 'not-genuine',
      reason: 'No',
    })
    expect(await proofOf(ctx, id)).toMatchObject({ notGenuine: true })
  }))

test('it sees when the writer has chosen the constituency by name', () =>
  onCampaign(async (ctx, campaign) => {
    const placing = { kind: 'unknown' as const, others: [] }
    const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: 'E14001322', placing })
    await deliverLetter(ctx, id)
    expect(await proofOf(ctx, id)).toMatchObject({ constituency: 'Leeds North West', placing })
  }))

test('it sees what was so when the letter was written, whatever the directory holds by then', () =>
  onCampaign(async (ctx, campaign) => {
    const placing = { kind: 'elsewhere' as const, others: ['Holborn and St Pancras'] }
    const { id } = await confirmedLetter(ctx, campaign, { placing })
    await deliverLetter(ctx, id)
    expect((await proofOf(ctx, id))?.placing).toEqual(placing)
    await ctx.db.delete(postcodeFacts)
    await notePostcodesChanged(ctx)
    expect((await proofOf(ctx, id))?.placing).toEqual(placing)
  }))

test('of a letter from before this was kept it sees that', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign)
    await deliverLetter(ctx, id)
    await ctx.db.update(letters).set({ placing: sql`default`, placedIn: sql`default` }).where(eq(letters.id, id))
    expect((await proofOf(ctx, id))?.placing).toEqual({ kind: 'not-recorded', others: [] })
  }))

test('it sees how much of the text is the writer’s own', () =>
  onCampaign(async (ctx, campaign) => {
    const parts = {
      own: NO_OWN_WORDS,
      wording: anyWording(campaign.content, 3, { asks: ['ceasefire'], opens: false }),
      mpName: null,
      constituency: 'Bath',
      nation: 'England',
    }
    const { body } = composeLetter(campaign.content, parts)
    const given = await confirmedLetter(ctx, campaign, { body })
    const mixed = await confirmedLetter(ctx, campaign, {
      body: `${'I have cousins in Goris whom I ring each week. '.repeat(6)}\n\n${body}`,
    })
    for (const { id } of [given, mixed]) await deliverLetter(ctx, id)
    expect((await proofOf(ctx, given.id))?.ownShare).toBeLessThan(0.05)
    const share = (await proofOf(ctx, mixed.id))?.ownShare ?? 0
    expect(share).toBeGreaterThan(0.1)
    expect(share).toBeLessThan(0.9)
  }))

test('it still sees the rest after the writer’s details were erased', () =>
  onCampaign(async (ctx, campaign) => {
    const { id, supporterId } = await confirmedLetter(ctx, campaign)
    await deliverLetter(ctx, id)
    await ctx.db
      .update(supporters)
      .set({ nameSealed: null, emailSealed: null, postcodeSealed: null })
      .where(eq(supporters.id, supporterId))
    expect(await proofOf(ctx, id)).toMatchObject({
      placing: { kind: 'inside' },
      erased: true,
      constituency: 'Cities of London and Westminster',
    })
  }))

test('there is no proof of a letter that was not sent, or was withdrawn', () =>
  onCampaign(async (ctx, campaign) => {
    const unconfirmed = await writtenLetter(ctx, campaign)
    const withdrawn = await confirmedLetter(ctx, campaign)
    await deliverLetter(ctx, withdrawn.id)
    await moveLetter(ctx, withdrawn.id, { from: ['accepted'], to: 'withdrawn' })
    const queued = await confirmedLetter(ctx, campaign)
    for (const { id } of [unconfirmed, queued, withdrawn]) expect(await proofOf(ctx, id)).toBeNull()
    expect(await proofOf(ctx, crypto.randomUUID())).toBeNull()
  }))
