import { expect, test } from 'vitest'
import { supporters } from '@/db/schema/index'
import { databaseUrl, testDatabase } from '@/db/testing'
import { ranCommand, ranHere } from '@/lib/cli/testing'

const SECRETS = {
  NODE_ENV: 'test',
  AUTH_SECRET: 'a secret that only the tests know',
  DATA_KEYS: '0f'.repeat(32),
} as const

test('sign-ups are made up on localhost, again and again, and what is wrong is one line', async () => {
  const db = await testDatabase()
  const seed = async (...args: string[]) =>
    ranCommand('seed', ['sign-ups', ...args], { ...SECRETS, DATABASE_URL: await databaseUrl(db) })
  const made = { status: 0, stdout: '40 sign-ups made up for artsakh-ceasefire, over 3 days.\n', stderr: '' }
  expect(await seed('40', '--days', '3')).toEqual(made)
  expect(await seed('40', '--days', '3')).toEqual(made)
  expect(await db.$count(supporters)).toBe(80)
  expect(await seed('40', '--days', '3', '--from', '60')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'Some of these were made up before: leave --from out, or begin at 80.\n',
  })
  expect(await seed('40', '--campaign', 'no-such')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'There is no such campaign that was published. Open are: artsakh-ceasefire.\n',
  })
})

test('and nowhere else', async () => {
  const db = await testDatabase()
  const ran = await ranHere('seed', ['sign-ups', '40'], {
    ...SECRETS,
    DATABASE_URL: await databaseUrl(db),
    APP_URL: 'https://letters.example',
    SMTP_URL: 'smtp://mail.example:587',
    MAIL_FROM: 'letters@letters.example',
  })
  expect([ran.status, ran.stderr]).toEqual([
    1,
    'Made-up sign-ups would stand among real ones: they are made on localhost only.\n',
  ])
})

test.each([[[]], [['sign-ups']], [['sign-ups', '-3']], [['sign-ups', '10', '--days', '0']], [['letters', '10']]])(
  'refuses %j as wrong usage',
  async (args) => expect((await ranHere('seed', args, SECRETS)).status).toBe(2),
)
