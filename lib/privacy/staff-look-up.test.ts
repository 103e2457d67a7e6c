import { expect, test } from 'vitest'
import { confirmedLetter, letterRow, onCampaign, queued, writtenLetter } from '@/lib/letters/testing'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { changeEmailForWriter, eraseForOwner, LOOK_UPS_MOST, lookUpByEmail, lookUpReason } from './staff-look-up'

const reason = 'They rang'

test('an administrator finds where the letters of an address stand, without name or text, and it is audited without it', () =>
  onCampaign(async (ctx, campaign) => {
    const staff = await memberContext(ctx, 'admin')
    const { id, email } = await confirmedLetter(ctx, campaign, { name: 'Zuleika Dobson' })
    const found = await lookUpByEmail(staff, { email: email.toUpperCase(), reason })
    expect(found).toMatchObject([{ id, state: 'queued', constituency: 'Cities of London and Westminster' }])
    expect(JSON.stringify(found)).not.toMatch(/Zuleika|grandmother/)
    expect(await lookUpByEmail(staff, { email: 'nobody@example.org', reason })).toEqual([])
    const rows = await auditOf(ctx, 'letters.look-up')
    expect(rows).toMatchObject([{ after: { reason } }, { after: { reason } }])
    expect(JSON.stringify(rows)).not.toContain(email)
  }))

test('so many look-ups in an hour, and no more', () =>
  onCampaign(async (ctx) => {
    const staff = await memberContext(ctx, 'admin')
    const look = () => lookUpByEmail(staff, { email: 'nobody@example.org', reason })
    for (let count = 0; count < LOOK_UPS_MOST; count++) await look()
    await expect(look()).rejects.toMatchObject({ code: 'too-many' })
    const other = await memberContext(ctx, 'admin', 'other@example.org')
    expect(await lookUpByEmail(other, { email: 'nobody@example.org', reason })).toEqual([])
  }))

test('a mistyped address is changed while the letter waits to be confirmed, and not of another’s letter', () =>
  onCampaign(async (ctx, campaign) => {
    const staff = await memberContext(ctx, 'admin')
    const { id, email } = await writtenLetter(ctx, campaign)
    const to = 'right@example.org'
    const asked = { letterId: id, to, reason }
    expect(await changeEmailForWriter(staff, { ...asked, email: 'nobody@example.org' })).toBe('gone')
    expect(await changeEmailForWriter(staff, { ...asked, email })).toBe('asked')
    expect(await lookUpByEmail(staff, { email: to, reason })).toMatchObject([{ id, state: 'unconfirmed' }])
    expect(await auditOf(ctx, 'letters.change-email')).toHaveLength(1)
    const gone = await confirmedLetter(ctx, campaign)
    expect(await changeEmailForWriter(staff, { ...asked, letterId: gone.id, email: gone.email })).toBe('gone')
  }))

test('all that is kept of an address is erased for its owner', () =>
  onCampaign(async (ctx, campaign) => {
    const staff = await memberContext(ctx, 'admin')
    const { id, email } = await confirmedLetter(ctx, campaign)
    expect(await eraseForOwner(staff, email)).toBe(1)
    expect(await letterRow(ctx, id)).toMatchObject({ state: 'withdrawn', textSealed: null })
    expect(await lookUpByEmail(staff, { email, reason })).toEqual([])
    expect(await auditOf(ctx, 'privacy.erase')).toMatchObject([{ actorKind: 'staff' }])
  }))

test.each(['editor', 'campaigner'] as const)('refuses an %s', (role) =>
  onCampaign(async (ctx, campaign) => {
    const member = await memberContext(ctx, role)
    const { id, email } = await writtenLetter(ctx, campaign)
    const refused = { code: 'not-allowed' }
    await expect((async () => lookUpByEmail(member, { email, reason }))()).rejects.toMatchObject(refused)
    await expect((async () => eraseForOwner(member, email))()).rejects.toMatchObject(refused)
    const change = async () => changeEmailForWriter(member, { email, reason, letterId: id, to: 'x@example.org' })
    await expect(change()).rejects.toMatchObject(refused)
    expect(await queued(ctx, 'send-confirmation', id)).toHaveLength(1)
  }),
)

test.each(['', '  ', 'anna@example.org rang', 'x'.repeat(201)])('the reason %j is not taken', (typed) => {
  expect(lookUpReason.safeParse(typed).success).toBe(false)
})
