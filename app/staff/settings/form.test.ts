import { beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { rateLimits } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { env } from '@/lib/kernel/env'
import { heldWords } from '@/lib/letters/review/held-words'
import { currentLimits, limitNames } from '@/lib/limits/current-limits'
import { spanOf } from '@/lib/limits/input'
import { takeTurn } from '@/lib/limits/rate-limit'
import { readMailbox } from '@/lib/mailer/local-mailbox'
import { contextFor } from '@/lib/mailer/process-context'
import { sendMail } from '@/lib/mailer/send'
import { currentKeeping } from '@/lib/privacy/how-long-kept'
import { installationName, senderName } from '@/lib/settings/installation'
import { privacyNoticeSetting } from '@/lib/settings/privacy-notice'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { auditOf, memberContext } from '@/lib/staff/testing'
import { form as settingsForms } from './form'

const ctx = () => contextFor({ kind: 'system' })
let cookies = ''

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(settings)
  await db.delete(rateLimits)
  const token = crypto.randomUUID()
  const { actor } = await memberContext(ctx(), 'admin', `${token}@example.org`)
  await startSession(ctx(), { token, userId: actor.kind === 'staff' ? actor.id : '' })
  cookies = `${staffCookie().name}=${token}`
})

function post(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const exchange = newExchange({ cookies })
  return withExchange(exchange, () => settingsForms(form, {}))
}

const limitFields = (points: string, seconds = '3600') =>
  Object.fromEntries(
    limitNames.flatMap((name) => [
      [name, points],
      [spanOf(name), seconds],
    ]),
  )

describe('the names', () => {
  test('are the installation’s on its pages, and in From of what it mails', async () => {
    expect([await installationName(ctx()), await senderName(ctx())]).toEqual(['Dear MP', 'Dear MP'])
    const answer = await post({ do: 'installation', site: ' Write  for Artsakh ', sender: 'Letters "team"' })
    expect(answer).toEqual({ redirect: '/staff/settings?saved=installation#installation' })
    expect(await installationName(ctx())).toBe('Write for Artsakh')
    await sendMail(ctx(), {
      key: crypto.randomUUID(),
      to: 'a@example.org',
      subject: 'Hello',
      text: 'Hello',
      html: '<p>Hello',
    })
    expect((await readMailbox(env()))[0]?.from).toBe(`"Letters 'team'" <letters@localhost>`)
    expect((await auditOf(ctx(), 'settings.set')).at(-1)?.after).toEqual({
      name: 'Write for Artsakh',
      sender: 'Letters "team"',
    })
  })

  test('can be as long as a heading, and are kept as typed where they are longer', async () => {
    const site = 'x'.repeat(61)
    expect(await post({ do: 'installation', site, sender: '' })).toMatchObject({
      status: 422,
      show: { values: { site }, faults: [{ field: 'site' }] },
    })
  })
})

describe('the privacy notice', () => {
  const empty = { complaintsEmail: '', complaintsPage: '', processors: '', transfers: '', basis: '', more: '' }
  const sent = (fields: Partial<typeof empty>) => post({ do: 'privacy-notice', ...empty, ...fields })

  test('names where to complain and keeps the operator’s own words; left empty, nothing is set', async () => {
    expect(await privacyNoticeSetting.read(ctx())).toEqual(empty)
    const said = {
      complaintsEmail: 'complaints@example.org',
      complaintsPage: 'https://example.org/complaints',
      processors: '- Example Hosting (*Ireland*)\n- [Example Mail](https://example.com) (Germany)',
      more: 'See [what we keep](/privacy#kept).',
    }
    const answer = await sent({ ...said, complaintsEmail: ' Complaints@example.org' })
    expect(answer).toEqual({ redirect: '/staff/settings?saved=privacy-notice#privacy-notice' })
    expect(await privacyNoticeSetting.readNow(ctx())).toEqual({ ...empty, ...said })
    await sent({})
    expect(await privacyNoticeSetting.readNow(ctx())).toEqual(empty)
  })

  test.each([
    ['complaintsEmail', 'complaints', 'Enter an e-mail address like name@example.org'],
    ['complaintsPage', 'example.org/complaints', 'Enter a whole address, as https://example.org/complaints'],
    ['complaintsPage', 'javascript:alert(1)', 'Enter a whole address, as https://example.org/complaints'],
    ['processors', '[us](javascript:alert(1))', /^The link to “javascript:alert\(1\)” does not work here/],
    ['transfers', '<b>None</b>', /^HTML is shown as it is typed/],
    ['basis', '[ours](/our-notice)', 'There is no page “/our-notice” here to link to.'],
    ['more', 'x'.repeat(4001), 'This can be at most 4,000 characters'],
  ] as const)('refuses in “%s”, with what was typed kept: %.40s', async (field, typed, message) => {
    const matching = typeof message === 'string' ? message : expect.stringMatching(message)
    expect(await sent({ [field]: typed })).toMatchObject({
      status: 422,
      show: { values: { [field]: typed }, faults: [{ field, message: matching }] },
    })
  })
})

describe('the limits', () => {
  test('count at once where they are set, and are the environment’s until then', async () => {
    expect(await currentLimits(ctx())).toEqual(env().limits)
    await post({ do: 'limits', ...limitFields('2') })
    const turn = () => takeTurn(ctx(), 'resend', 'somebody', false)
    expect([(await turn()).allowed, (await turn()).allowed, (await turn()).allowed]).toEqual([true, true, false])
  })

  test.each(['0', '', '-1', '1.5', 'many', '1000000', '1e3'])('are not %j', async (points) => {
    const answer = await post({ do: 'limits', ...limitFields('5'), submit: points })
    expect(answer).toMatchObject({ status: 422, show: { faults: [{ field: 'submit' }], values: { submit: points } } })
    expect(await currentLimits(ctx())).toEqual(env().limits)
  })
})

test('the periods are those of the purge, and the held words those of the letters', async () => {
  await post({ do: 'keeping', letterTextDays: '14', monthsAfterClose: '3', monthsAfterSigning: '12' })
  expect(await currentKeeping(ctx())).toMatchObject({ letterTextDays: 14, monthsAfterClose: 3, monthsAfterSigning: 12 })
  expect(
    await post({ do: 'keeping', letterTextDays: '29', monthsAfterClose: '3', monthsAfterSigning: '12' }),
  ).toMatchObject({
    status: 422,
    show: { faults: [{ field: 'letterTextDays', message: 'Enter a whole number from 1 to 28' }] },
  })
  await post({ do: 'held-words', words: 'vermin' })
  expect(await heldWords(ctx())).toEqual(['vermin'])
})

test('a form that there is not is refused', async () => {
  await expect(post({ do: 'everything' })).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(post({ do: 'toString' })).rejects.toMatchObject({ code: 'not-allowed' })
})
