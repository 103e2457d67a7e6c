import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { ChangesTooMuch } from '@/lib/directory/guard/let-in'
import { setAddress } from '@/lib/directory/members/by-hand'
import { exportMembers } from '@/lib/directory/members/export-members'
import { importMembers } from '@/lib/directory/members/import'
import { loadSnapshot } from '@/lib/directory/snapshot/load'
import { sittingNow } from '@/lib/directory/sync/testing'
import { undoLast } from '@/lib/directory/undo/undo-last'
import type { Context } from '@/lib/kernel/context'
import { contextFor } from '@/lib/mailer/process-context'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { bringInMemberList, discardMemberList, uploadMemberList, waitingMemberList } from './waiting-list'

const HEADER = 'code,member_id,member,party,email'
const LONDON = 'E14001172'
const ONE = `${HEADER}\n${LONDON},9001,Ann Example,Independent,ann.example.mp@parliament.uk\n`

beforeAll(async () => {
  await testDatabase()
  await loadSnapshot(contextFor({ kind: 'system' }))
})

const upload = (ctx: Context, text: string | Uint8Array, fileName = 'mps.csv') =>
  uploadMemberList(ctx, { fileName, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text })
const waitingId = async (ctx: Context) => (await waitingMemberList(ctx))?.id ?? 'none'
/** The list in use, each address at a misspelt domain. */
const misspelt = async (ctx: TestContext) => (await exportMembers(ctx)).replaceAll('@parliament.uk', '@parliment.uk')

test('a list waits, changes nothing, is brought in once, and can be undone', () =>
  rolledBack(async (ctx) => {
    const before = await sittingNow(ctx)
    await upload(ctx, ONE)
    const list = await waitingMemberList(ctx)
    expect([list?.fileName, list?.rows.length, await sittingNow(ctx)]).toEqual(['mps.csv', 1, before])
    const id = list?.id ?? ''
    expect((await bringInMemberList(ctx, id, 'apply')).report).toMatchObject({ new: [{ name: 'Ann Example' }] })
    expect(await waitingMemberList(ctx)).toBeNull()
    await expect(bringInMemberList(ctx, id, 'apply')).rejects.toThrow(/waits no longer/)
    expect(await sittingNow(ctx)).toContain('Ann Example')
    await undoLast(ctx, 'members')
    expect(await sittingNow(ctx)).toBe(before)
  }))

test('what is too much waits on until it is confirmed', () =>
  rolledBack(async (ctx) => {
    const before = await sittingNow(ctx)
    await upload(ctx, await misspelt(ctx))
    const id = await waitingId(ctx)
    await expect(bringInMemberList(ctx, id, 'apply')).rejects.toBeInstanceOf(ChangesTooMuch)
    expect([await sittingNow(ctx), await waitingId(ctx)]).toEqual([before, id])
    await bringInMemberList(ctx, id, 'confirm')
    expect(await sittingNow(ctx)).toContain('@parliment.uk')
  }))

test('a newer list takes its place, and the older cannot be brought in any more', () =>
  rolledBack(async (ctx) => {
    await upload(ctx, await misspelt(ctx))
    const old = await waitingId(ctx)
    await upload(ctx, ONE, 'newer.csv')
    await expect(bringInMemberList(ctx, old, 'confirm')).rejects.toThrow(/another took its place/)
    expect((await waitingMemberList(ctx))?.fileName).toBe('newer.csv')
    await discardMemberList(ctx, await waitingId(ctx))
    expect(await waitingMemberList(ctx)).toBeNull()
  }))

test('the list in use as a file is read again, and changes nothing', () =>
  rolledBack(async (ctx) => {
    await setAddress(ctx, LONDON, 'by-hand@parliament.uk')
    await importMembers(ctx, [{ code: 'E14001063', member: null, line: 2 }])
    const before = await sittingNow(ctx)
    await upload(ctx, await exportMembers(ctx))
    const { report } = await bringInMemberList(ctx, await waitingId(ctx), 'apply')
    expect(report).toMatchObject({ new: [], changed: [], left: [], notNamed: 0 })
    expect(await sittingNow(ctx)).toBe(before)
  }))

describe('refuses in one line, and what waited still waits:', () => {
  const latin1 = Uint8Array.from(Buffer.from(`${HEADER}\n${LONDON},1,Ren\xe9,P,\n`, 'latin1'))
  const wrong: [string, string | Uint8Array, RegExp][] = [
    ['nothing', '', /empty/],
    ['a megabyte', 'x'.repeat(1_000_001), /larger than 1 MB/],
    ['a spreadsheet', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), /spreadsheet’s own file/],
    ['an old spreadsheet', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /spreadsheet’s own file/],
    ['a PDF', '%PDF-1.7', /PDF/],
    ['another encoding', latin1, /no text in UTF-8/],
    ['a page', '<!doctype html><p>Sign in</p>', /no rows|no column/],
    ['a strange seat', `${HEADER}\nE14999999,1,Ann,P,\n`, /no constituency E14999999/],
    ['too many rows', `${HEADER}\n${'E14001172,,,,\n'.repeat(40_000)}`, /more than 1,000 rows/],
  ]
  test.each(wrong)('%s', (_, text, message) =>
    rolledBack(async (ctx) => {
      await upload(ctx, ONE)
      const [before, id] = [await sittingNow(ctx), await waitingId(ctx)]
      await expect(async () => upload(ctx, text)).rejects.toThrow(message)
      expect([await sittingNow(ctx), await waitingId(ctx)]).toEqual([before, id])
    }),
  )
})

test('stands in the audit: what was uploaded, discarded and brought in, by whom', () =>
  rolledBack(async (ctx) => {
    const admin = { ...ctx, ...(await memberContext(ctx, 'admin')) }
    await upload(admin, ONE, ' a\nname.csv')
    await discardMemberList(admin, await waitingId(ctx))
    await upload(admin, ONE)
    await bringInMemberList(admin, await waitingId(ctx), 'apply')
    expect((await auditOf(ctx, 'directory.compare-members'))[0]).toMatchObject({
      after: { file: 'a name.csv', rows: 1 },
    })
    expect(await auditOf(ctx, 'directory.discard-members')).toMatchObject([{ actorKind: 'staff' }])
    expect(await auditOf(ctx, 'import-members')).toMatchObject([{ actorKind: 'staff', after: { new: [LONDON] } }])
  }))

test.each(['editor', 'campaigner'] as const)('refuses the role %s', (role) =>
  rolledBack(async (ctx) => {
    const member = { ...ctx, ...(await memberContext(ctx, role)) }
    const refused = expect.objectContaining({ code: 'not-allowed' })
    const id = crypto.randomUUID()
    for (const act of [
      () => uploadMemberList(member, { fileName: 'x', bytes: new TextEncoder().encode(ONE) }),
      () => waitingMemberList(member),
      () => bringInMemberList(member, id, 'confirm'),
      () => discardMemberList(member, id),
      () => exportMembers(member),
    ])
      await expect(async () => act()).rejects.toEqual(refused)
  }),
)
