import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { audit, figures, staff } from '@/db/schema/index'
import { databaseUrl } from '@/db/testing'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { MINUTE } from '@/lib/kernel/time/durations'
import { confirmedLetter, letterRow, livingCampaign, mailTo } from '@/lib/letters/testing'
import type { TestContext } from '@/lib/mailer/testing/context'
import { limitedTo } from '@/lib/staff/own-campaigns'
import { readSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { type Ran, ranCommand, ranHere, startedCommand } from './testing'

const APP_URL = 'http://localhost:4321'
// A child compiles what it imports, on a machine where other tests run at the same time.
const PATIENCE_MS = 10 * MINUTE

let ctx: TestContext
let settings: NodeJS.ProcessEnv
let campaign: { id: string; slug: string }
let letter: Awaited<ReturnType<typeof confirmedLetter>>

beforeAll(async () => {
  const living = await livingCampaign()
  ctx = living.ctx
  campaign = living.campaign
  letter = await confirmedLetter(ctx, living.campaign)
  await rollUp(ctx)
  settings = { NODE_ENV: 'test', DATABASE_URL: await databaseUrl(ctx.db), APP_URL }
}, PATIENCE_MS)

describe('each command', { timeout: PATIENCE_MS }, () => {
  test('staff invites, prints a whole address that signs in, and says so when asked again', async () => {
    const first = await run('staff', ['invite', 'Sam@Example.org', '--role', 'editor', '--campaign', campaign.slug])
    expect(first).toMatchObject({ status: 0, stderr: '' })
    expect(first.stdout).toContain('sam@example.org is invited as editor.')
    const [, token = ''] = /^http:\/\/localhost:4321\/staff\/sign-in\/open\?token=([\w-]+)$/m.exec(first.stdout) ?? []
    expect(await readSignInLink({ ...ctx, now: () => new Date() }, token)).toEqual({ email: 'sam@example.org' })

    expect(await ctx.db.select({ limitedTo }).from(staff)).toEqual([{ limitedTo: [campaign.id] }])

    const again = await run('staff', ['invite', 'sam@example.org', '--role', 'admin'])
    expect(again.stdout).toContain('sam@example.org was on the team as editor, and is admin now.')
    expect(await ctx.db.select({ role: staff.role }).from(staff)).toEqual([{ role: 'admin' }])
  })

  test('doctor says of each thing what to do, and changes nothing', async () => {
    const seen = await run('doctor', [])
    expect(seen.status).toBe(1)
    for (const line of ['ok     Migrations: all are applied', 'ok     Keys: DATA_KEYS open what is stored']) {
      expect(seen.stdout).toContain(line)
    }
    expect(seen.stdout).toMatch(/ok {5}Database: PostgreSQL \d+, of DATABASE_URL/)
    expect(seen.stdout).toMatch(/fault {2}Worker: none was seen for a minute\n {7}Start the product/)
    expect(seen.stdout).toMatch(/fault {2}Site: nothing answers at http:\/\/localhost:4321.*\n {7}Start the product/)
    expect(seen.stderr).toMatch(/^(One thing is|\d+ things are) not in order\.\n$/)
    const away = await run('doctor', [], { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none' })
    expect(away).toMatchObject({ status: 1, stderr: 'One thing is not in order.\n' })
    expect(away.stdout).toMatch(/fault {2}Database: .*nothing listens there/)
    expect(away.stdout).not.toContain('secret')
  })

  test('privacy exports a person as JSON, and says when there is nothing to erase', async () => {
    const exported = await run('privacy', ['export', letter.email])
    expect(JSON.parse(exported.stdout)).toMatchObject([{ name: letter.name, email: letter.email }])
    const noted = await ctx.db.select().from(audit).where(eq(audit.verb, 'privacy.export'))
    expect(JSON.stringify(noted)).not.toContain(letter.email)

    const erased = await run('privacy', ['erase', 'nobody@example.org'])
    expect(erased).toEqual({ status: 0, stdout: 'Nothing is kept under that address.\n', stderr: '' })
  })

  test('privacy purges as of a moment', async () => {
    const before = await run('privacy', ['purge', '--as-of', '2020-10-06'])
    expect(before).toMatchObject({ status: 0, stderr: '' })
    const lines = before.stdout.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(line).toMatch(/ 0 /)
  })

  test('figures recounts, and prints what had been wrong', async () => {
    await ctx.db.update(figures).set({ supporters: 7 })
    const { status, stdout } = await run('figures', ['rebuild'])
    expect([status, stdout]).toEqual([
      0,
      'artsakh-ceasefire, E14001172, supporters, in all: was 7, is 1\nRecounted: 1 difference.\n',
    ])
  })

  test.each([
    ['staff', ['invite', 'sam@example.org', '--role', 'king']],
    ['staff', ['invite', 'sam@example.org', '--role', 'admin', '--campaign', 'any']],
    ['privacy', ['purge', '--as-of', 'tomorrow']],
    ['figures', ['rebuild', '--force']],
    ['doctor', ['everything']],
    ['mail', ['preflight', '--to', 'nobody']],
    ['worker', ['now']],
    ['db:migrate', ['now']],
  ])('%s %j is wrong usage, and its process ends so', async (command, args) => {
    wrongUsage(command, await ranCommand(command, args, settings))
  })

  test('so is mail deliver', async () => {
    wrongUsage('mail', await run('mail', ['deliver']))
  })

  const wrongUsage = (command: string, { status, stdout, stderr }: Ran) => {
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`npm run ${command}`)
    expect(stderr).not.toContain('    at ')
  }

  test('db:migrate says whether there was anything to do', async () => {
    expect(await run('db:migrate', [])).toEqual({ status: 0, stdout: 'The database was up to date.\n', stderr: '' })
  })

  test('says in one line why it failed', async () => {
    const nowhere = await run('figures', ['rebuild'], { DATABASE_URL: 'postgres://user:hush@127.0.0.1:1/none' })
    expect(nowhere).toMatchObject({ status: 1, stdout: '' })
    expect(nowhere.stderr).toMatch(/^[^\n]*nothing listens there[^\n]*\n$/)
    expect(nowhere.stderr).not.toContain('hush')
  })
})

test('the worker works until Ctrl-C, and stops cleanly', { timeout: PATIENCE_MS }, async () => {
  const child = await startedCommand('worker', [], settings)
  let said = ''
  child.stdout?.on('data', (text) => {
    said += text
  })
  const done = async () => {
    expect(said).toContain('The worker is running.')
    expect((await letterRow(ctx, letter.id)).state).toBe('accepted')
    expect(await mailTo(letter.email)).toHaveLength(1)
  }
  await vi.waitFor(done, { timeout: PATIENCE_MS, interval: 200 })
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(said).toContain('The worker has stopped.')
})

function run(command: string, args: string[], more: Record<string, string> = {}): Promise<Ran> {
  return ranHere(command, args, { ...settings, ...more })
}
