import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { ownId } from '@/lib/staff/own-id'
import { appToSetUp, beginApp, confirmApp } from '@/lib/staff/second-factor/app'
import { findSession, startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { form } from './form'

const system = () => contextFor({ kind: 'system' })

beforeAll(async () => {
  await testDatabase()
})

test('a code ends the sign-in and leads to the page that was meant, and five wrong ones in a row are enough', async () => {
  const { token, codes } = await halfWay('one@example.org')
  expect(await post(token, codes[0] ?? '', '/staff/audit?who=1')).toEqual({ redirect: '/staff/audit?who=1' })
  expect(await findSession(system(), token)).not.toBeNull()

  const other = await halfWay('two@example.org')
  expect(await post(other.token, '')).toMatchObject({ status: 422, show: { faults: [{ field: 'code' }] } })
  for (let i = 0; i < 4; i += 1) expect(await post(other.token, '000000')).toMatchObject({ status: 422 })
  // From another place too: it is the account that is guarded.
  expect(await post(other.token, other.codes[0] ?? '')).toMatchObject({ status: 429, show: { done: 'soon' } })
  expect(await findSession(system(), other.token)).toBeNull()
})

test('without a sign-in that waits for it, it leads to the sign-in, and never elsewhere', async () => {
  for (const token of ['', 'made-up']) expect(await post(token, '123456')).toEqual({ redirect: '/staff/sign-in' })
  const { token, codes } = await halfWay('three@example.org')
  expect(await post(token, codes[0] ?? '', 'https://evil.example/staff')).toEqual({ redirect: '/staff' })
})

test('a passkey that no browser was asked for is refused, and counts as a try', async () => {
  const { token, codes } = await halfWay('four@example.org')
  for (const answer of ['', '{}', '[', 'x', '"'])
    expect(await post(token, { passkey: answer })).toMatchObject({
      status: 422,
      show: { faults: [{ field: 'passkey' }] },
    })
  expect(await post(token, codes[0] ?? '')).toMatchObject({ status: 429 })
})

async function halfWay(email: string) {
  const member = await memberContext(system(), 'editor', email)
  await beginApp(member)
  const { secret } = (await appToSetUp(member)) ?? { secret: '' }
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  const codes = (await confirmApp(member, code)) ?? []
  const token = crypto.randomUUID()
  await startSession(system(), { token, userId: ownId(member) })
  return { token, codes }
}

let places = 0

function post(token: string, proof: string | { passkey: string }, to = '') {
  const sent = new FormData()
  if (typeof proof === 'string') sent.set('code', proof)
  else sent.set('passkey', proof.passkey)
  sent.set('to', to)
  const exchange = newExchange({ clientAddress: `place ${places++}`, cookies: `${staffCookie().name}=${token}` })
  return withExchange(exchange, () => form(sent, {}))
}
