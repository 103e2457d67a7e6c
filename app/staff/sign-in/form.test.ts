import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staff } from '@/db/schema/index'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { makeSignInLink } from '@/lib/staff/sign-in/sign-in-link'
import { memberContext } from '@/lib/staff/testing'
import { form as signInForm } from './form'
import { form as openSignInForm } from './open/form'

const email = 'editor@example.org'
const system = () => contextFor({ kind: 'system' })

beforeAll(async () => {
  await testDatabase()
  await memberContext(system(), 'editor')
})

describe('the sign-in form', () => {
  test('gives the same answer whether or not the address is on the team, and queues the same', async () => {
    const [known, unknown] = [await ask(' Editor@Example.org '), await ask('nobody@example.org')]
    expect(known).toEqual({ by: signInForm, show: { values: { email, to: '/staff' }, faults: [], done: 'sent' } })
    expect(JSON.stringify(unknown)).toBe(JSON.stringify(known).replace(email, 'nobody@example.org'))
    const jobs = await system().db.execute(sql`select 1 from graphile_worker._private_jobs`)
    expect([...jobs]).toHaveLength(2)
  })

  test.each(['', 'editor', 'a b@example.org', 'a@example.org,b@example.org', 'a@b@c', '"a"@example.org'])(
    'asks again for %j, and keeps it',
    async (typed) => {
      const answer = await ask(typed)
      expect(answer).toMatchObject({ status: 422, show: { values: { email: typed }, faults: [{ field: 'email' }] } })
    },
  )

  test('stops after ten in ten minutes from one place, and to one address from many', async () => {
    for (let i = 0; i < 10; i += 1) expect(await ask(`${i}@example.org`, 'one place')).not.toHaveProperty('status')
    expect(await ask('more@example.org', 'one place')).toMatchObject({ status: 429, show: { done: 'soon' } })
    for (let i = 0; i < 10; i += 1) expect(await ask('flooded@example.org', `place ${i}`)).not.toHaveProperty('status')
    expect(await ask('flooded@example.org', 'place 11')).toMatchObject({ status: 429, retryAt: expect.any(Date) })
  })
})

describe('the button', () => {
  test('leads on to Auth.js once, and never with the token that was mailed', async () => {
    const token = await linkToken()
    const answer = await press(token)
    expect(answer).toMatchObject({ redirect: expect.stringMatching(/^\/api\/auth\/callback\/email\?email=editor%40/) })
    expect(JSON.stringify(answer)).not.toContain(token)
    expect(await press(token)).toMatchObject({ status: 410 })
  })

  test.each(['', 'made-up', '%'])('answers the token %j as one that has run out', async (token) => {
    expect(await press(token)).toMatchObject({ status: 410, by: openSignInForm })
  })

  test('leads on to the page that was meant, and to no other site', async () => {
    const after = async (to: string) => {
      const answer = await press(await linkToken(), to)
      return new URL('redirect' in answer ? answer.redirect : '', 'http://a.example').searchParams.get('callbackUrl')
    }
    expect(await after('/staff/letters?state=held')).toBe('/staff/letters?state=held')
    expect(await after('//evil.example/staff')).toBe('/staff')
    expect(await press('gone', '/staff/letters')).toMatchObject({ show: { values: { to: '/staff/letters' } } })
    await ask(email, undefined, '/staff/letters')
    const [job] = await system().db.execute(
      sql`select payload ->> 'to' as page from graphile_worker._private_jobs order by id desc limit 1`,
    )
    expect(job).toEqual({ page: '/staff/letters' })
  })

  test('lets nobody in who was removed in the meantime', async () => {
    const token = await linkToken()
    await system().db.delete(staff).where(eq(staff.email, email))
    expect(await press(token)).toMatchObject({ status: 410 })
  })
})

let places = 0

function ask(typed: string, clientAddress = `asking ${places++}`, to = '') {
  const form = new FormData()
  form.set('email', typed)
  form.set('to', to)
  const exchange = newExchange({ clientAddress })
  return withExchange(exchange, () => signInForm(form, {}))
}

function press(token: string, to = '') {
  const form = new FormData()
  form.set('token', token)
  form.set('to', to)
  return openSignInForm(form, {})
}

async function linkToken(): Promise<string> {
  const { url } = await makeSignInLink(system(), email, 60)
  return new URL(url).searchParams.get('token') ?? ''
}
