import { expect, test } from 'vitest'
import { recordAudit } from '../audit/record'
import { listCampaigns } from '../campaigns/list'
import { lettersByState } from '../letters/by-state'
import { findLetters } from '../letters/staff/find-letters'
import { confirmedLetter, NOON, onCampaign, VACANT, WESTMINSTER, writtenLetter } from '../letters/testing'
import { auditFilter } from '../staff/audit/filter'
import { listAudit } from '../staff/audit/list'
import { memberContext } from '../staff/testing'
import { dashboardFigures } from './dashboard'
import { rollUp } from './roll-up'

test('the dashboard counts a campaign in full, by seat and by state', () =>
  onCampaign(async (ctx, campaign) => {
    await confirmedLetter(ctx, campaign)
    await confirmedLetter(ctx, campaign)
    await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    await writtenLetter(ctx, campaign)
    await rollUp(ctx)
    const { bySeat, byState, ...sums } = await dashboardFigures(ctx, campaign.id)
    expect(sums).toEqual({ supporters: 3, letters: 0, constituencies: 2, rolledAt: NOON })
    expect(Object.fromEntries(bySeat.map(({ code, supporters }) => [code, supporters]))).toEqual({
      [WESTMINSTER]: 2,
      [VACANT]: 1,
    })
    expect(byState.filter(({ letters }) => letters > 0)).toEqual([
      { state: 'unconfirmed', letters: 1 },
      { state: 'queued', letters: 2 },
      { state: 'held', letters: 1 },
    ])
    expect(await lettersByState(ctx)).toEqual(byState)
  }))

test('the list of letters holds the newest first, and nothing of their writers', () =>
  onCampaign(async (ctx, campaign) => {
    const first = await confirmedLetter(ctx, campaign)
    ctx.setNow(new Date(NOON.getTime() + 60_000))
    const second = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    const all = { state: null, mp: null, day: null, complained: null }
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
      { slug: campaign.slug, title: campaign.content.title, version: 1, publishedAt: NOON, closedAt: null },
    ])
  }))

test('the audit names who is on the team, newest first', () =>
  onCampaign(async (ctx) => {
    const member = await memberContext(ctx, 'editor')
    await recordAudit(member, { verb: 'test.first', subject: { kind: 'test', id: '1' } })
    await recordAudit(ctx, { verb: 'test.second', subject: { kind: 'test', id: '2' } })
    expect((await listAudit(ctx, auditFilter.parse({}), {}, 2)).rows).toMatchObject([
      { verb: 'test.second', actorKind: 'system', email: null },
      { verb: 'test.first', actorKind: 'staff', email: 'editor@example.org' },
    ])
  }))
