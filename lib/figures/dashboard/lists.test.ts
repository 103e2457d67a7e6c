import { expect, test } from 'vitest'
import { recordAudit } from '@/lib/audit/record'
import { listCampaigns } from '@/lib/campaigns/list'
import { letterFilter } from '@/lib/delivery/queue/filter'
import { findLetters } from '@/lib/delivery/queue/find-letters'
import { NOON } from '@/lib/kernel/testing/noon'
import { confirmedLetter, onCampaign, VACANT } from '@/lib/letters/testing'
import { auditFilter } from '@/lib/staff/audit/filter'
import { listAudit } from '@/lib/staff/audit/read-audit'
import { memberContext } from '@/lib/staff/testing'

test('the list of letters holds the newest first, and nothing of their writers', () =>
  onCampaign(async (ctx, campaign) => {
    const first = await confirmedLetter(ctx, campaign)
    ctx.setNow(new Date(NOON.getTime() + 60_000))
    const second = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    const all = letterFilter.parse({})
    const { letters: listed } = await findLetters(ctx, all, 9)
    expect(listed.map(({ id, state, heldReason }) => [id, state, heldReason])).toEqual([
      [second.id, 'held', 'vacant'],
      [first.id, 'queued', null],
    ])
    for (const told of [first.email, first.name, first.address1]) expect(JSON.stringify(listed)).not.toContain(told)
    expect((await findLetters(ctx, { ...all, state: 'held' }, 9)).letters.map(({ id }) => id)).toEqual([second.id])
    expect((await findLetters(ctx, all, 1)).letters).toHaveLength(1)
  }))

test('the list of campaigns says which version is live, and since when', () =>
  onCampaign(async (ctx, campaign) => {
    expect(await listCampaigns(ctx)).toMatchObject([
      { slug: campaign.slug, title: campaign.content.title, version: 1, firstLiveAt: NOON, closedAt: null },
    ])
  }))

test('the audit names who is on the team, newest first', () =>
  onCampaign(async (ctx) => {
    const member = await memberContext(ctx, 'editor')
    await recordAudit(member, { verb: 'campaign.save', subject: { kind: 'test', id: '1' } })
    await recordAudit(ctx, { verb: 'figures.recount', subject: { kind: 'test', id: '2' } })
    expect((await listAudit(ctx, auditFilter.parse({}), {}, 2)).rows).toMatchObject([
      { verb: 'figures.recount', actorKind: 'system', email: null },
      { verb: 'campaign.save', actorKind: 'staff', email: 'editor@example.org' },
    ])
  }))
