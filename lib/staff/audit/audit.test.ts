import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { audit, roles } from '@/db/schema/index'
import { recordAudit } from '@/lib/audit/record'
import type { AuditVerb } from '@/lib/audit/verbs'
import type { Context } from '@/lib/kernel/context'
import { rolledBack, type TestContext } from '@/lib/mailer/testing/context'
import { removeMember } from '@/lib/staff/team/remove'
import { memberContext } from '@/lib/staff/testing'
import { auditChoices } from './choices'
import { exportAudit } from './export-csv'
import { type AuditFilter, auditFilter } from './filter'
import { listAudit } from './read-audit'

const everything = auditFilter.parse({})
const NOON = new Date('2026-07-01T12:00:00Z')

describe('the audit', () => {
  test('is read page by page by the number of its rows, forwards and back', () =>
    rolledBack(async (ctx) => {
      await noted(ctx, 7)
      const first = await listAudit(ctx, everything, {}, 3)
      expect([subjects(first), first.newer]).toEqual(['7 6 5', null])
      const second = await listAudit(ctx, everything, { before: first.older ?? 0 }, 3)
      expect(subjects(second)).toBe('4 3 2')
      const third = await listAudit(ctx, everything, { before: second.older ?? 0 }, 3)
      expect([subjects(third), third.older]).toEqual(['1', null])
      const back = await listAudit(ctx, everything, { after: third.newer ?? 0 }, 3)
      expect(subjects(back)).toBe('4 3 2')
      const top = await listAudit(ctx, everything, { after: back.newer ?? 0 }, 3)
      expect([subjects(top), top.newer]).toEqual(['7 6 5', null])
    }))

  test.each(['0000-01-01', '2026-02-30', '275760-09-14', '1999-12-31'])('%s is no day of it', (day) => {
    expect(auditFilter.safeParse({ from: day }).success).toBe(false)
    expect(auditFilter.safeParse({ to: day }).success).toBe(false)
  })

  test('a row that is written meanwhile moves no page', () =>
    rolledBack(async (ctx) => {
      await noted(ctx, 4)
      const { older } = await listAudit(ctx, everything, {}, 2)
      await noted(ctx, 2)
      expect(subjects(await listAudit(ctx, everything, { before: older ?? 0 }, 2))).toBe('2 1')
    }))

  test('is filtered by who, by what, and by the days of London, both included', () =>
    rolledBack(async (ctx) => {
      const editor = await memberContext(ctx, 'editor')
      const id = editor.actor.kind === 'staff' ? editor.actor.id : ''
      await recordAudit(editor, row('campaigns.save', 'a'))
      await recordAudit({ ...ctx, actor: { kind: 'supporter' } }, row('privacy.erase', 'b'))
      // A quarter past midnight in London, where it is summer, is still the day before in UTC.
      ctx.setNow(new Date('2026-07-01T23:15:00Z'))
      await recordAudit(ctx, row('privacy.purge', 'c'))
      await recordAudit(ctx, row('privacyx.purge', 'd'))
      expect(await found(ctx, { who: id })).toBe('a')
      expect(await found(ctx, { who: 'supporter' })).toBe('b')
      expect(await found(ctx, { who: 'system' })).toBe('d c')
      expect(await found(ctx, { what: 'privacy.' })).toBe('c b')
      expect(await found(ctx, { what: 'privacy.purge' })).toBe('c')
      expect(await found(ctx, { from: '2026-07-02' })).toBe('d c')
      expect(await found(ctx, { to: '2026-07-01' })).toBe('b a')
      expect(await found(ctx, { from: '2026-07-01', to: '2026-07-01', who: id })).toBe('a')
      expect(await found(ctx, { who: 'nobody' })).toBe('')
    }, NOON))

  test.each([{ from: 'yesterday' }, { to: '2026-02-30' }, { what: "x' or 1=1" }, { who: 'x'.repeat(101) }])(
    'takes no filter like %j',
    (query) => {
      expect(auditFilter.safeParse(query).success).toBe(false)
    },
  )

  test('still knows who it was that has left the team, and offers them to filter by', () =>
    rolledBack(async (ctx) => {
      await memberContext(ctx, 'admin')
      const editor = await memberContext(ctx, 'editor')
      const id = editor.actor.kind === 'staff' ? editor.actor.id : ''
      await recordAudit(editor, row('campaigns.save', 'a'))
      await ctx.db.execute('update staff set email_verified = now()')
      await removeMember(ctx, id)
      const { rows } = await listAudit(ctx, { ...everything, who: id }, {}, 5)
      expect(rows).toMatchObject([{ email: 'editor@example.org' }])
      const { people, verbs } = await auditChoices(ctx)
      expect(people).toContainEqual({ id, name: null, email: 'editor@example.org', left: true })
      expect(verbs).toEqual(['campaigns.save', 'team.remove'])
    }))
})

describe('its CSV', () => {
  test('holds every row, however many, begins no formula, and is written down', () =>
    rolledBack(async (ctx) => {
      const admin = await memberContext(ctx, 'admin')
      await noted(ctx, 1203)
      for (const id of ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', 'a "quoted", text\nof lines']) {
        await recordAudit(ctx, { ...row('test.cell', id), after: '=cmd()' })
      }
      const text = await whole(await exportAudit(admin, everything))
      expect(text.startsWith('\ufeff')).toBe(true)
      const records: Record<string, string>[] = parse(text, { columns: true, bom: true })
      expect(records).toHaveLength(1203 + 7 + 1)
      expect(records[0]).toMatchObject({ what: 'audit.export', 'e-mail': 'admin@example.org' })
      expect(records.slice(1, 8).map((record) => record['subject id'])).toEqual([
        'a "quoted", text\nof lines',
        "'\r=1",
        "'\t=1",
        "'@x",
        "'-1",
        "'+1",
        "'=1+1",
      ])
      for (const record of records) {
        for (const cell of Object.values(record)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
      }
    }))

  test('holds what the filter leaves', () =>
    rolledBack(async (ctx) => {
      await noted(ctx, 3)
      await recordAudit(ctx, row('team.invite', 'x'))
      const text = await whole(await exportAudit(ctx, { ...everything, what: 'team.' }))
      expect(parse(text, { columns: true, bom: true })).toMatchObject([{ what: 'team.invite' }])
    }))
})

test('refuses the audit and its CSV to everyone but administrators', () =>
  rolledBack(async (ctx) => {
    const others = await Promise.all(roles.filter((role) => role !== 'admin').map((role) => memberContext(ctx, role)))
    for (const refused of [...others, { ...ctx, actor: { kind: 'supporter' as const } }]) {
      for (const work of [
        () => listAudit(refused, everything, {}, 1),
        () => exportAudit(refused, everything),
        () => auditChoices(refused),
      ]) {
        await expect(work).rejects.toMatchObject({ code: 'not-allowed' })
      }
    }
    expect(await ctx.db.$count(audit)).toBe(0)
  }))

// A row of another version, whose verb this one may not know.
const row = (verb: string, id: string) => ({ verb: verb as AuditVerb, subject: { kind: 'test', id } })

async function noted(ctx: Context, many: number): Promise<void> {
  for (let id = 1; id <= many; id += 1) await recordAudit(ctx, row('test.row', String(id)))
}

function subjects({ rows }: { rows: { subjectId: string }[] }): string {
  return rows.map(({ subjectId }) => subjectId).join(' ')
}

async function found(ctx: TestContext, query: Partial<AuditFilter>): Promise<string> {
  return subjects(await listAudit(ctx, auditFilter.parse(query), {}, 10))
}

async function whole(chunks: AsyncGenerator<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}
