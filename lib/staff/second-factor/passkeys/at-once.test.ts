import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { ownId } from '@/lib/staff/own-id'
import { sessionHash, startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { appToSetUp, beginApp, confirmApp } from '../app'
import { ownFactors, removeApp, removePasskey } from '../factors'
import { requireFactor } from '../required'
import { addPasskey, beginPasskey } from './add'
import { askForPasskey, takePasskey } from './prove'
import { softPasskey } from './testing'

beforeAll(async () => {
  await testDatabase()
})

test('of what is done at once, each answer counts once, and an administrator keeps the factor that they need', async () => {
  const system = contextFor({ kind: 'system' })
  const own = await memberContext(system, 'admin')
  const who = { sessionId: sessionHash('open'), staffId: ownId(own) }
  await startSession(system, { token: 'open', userId: who.staffId })
  await beginApp(own)
  const secret = Secret.fromBase32((await appToSetUp(own))?.secret ?? '')
  await confirmApp(own, new TOTP({ secret }).generate())
  const passkey = softPasskey()
  const made = passkey.made(await beginPasskey(own, who.sessionId))
  const added = await Promise.all([1, 2, 3].map(() => addPasskey(own, { ...who, answer: made, name: 'Phone' })))
  expect(added.filter((each) => 'codes' in each)).toHaveLength(1)

  const signed = passkey.signed(await askForPasskey(system, who))
  const taken = await Promise.all([1, 2, 3].map(() => takePasskey(system, who, signed)))
  expect(taken.sort()).toEqual(['late', 'late', null])

  await requireFactor(own, true)
  const removed = await Promise.allSettled([removeApp(own), removePasskey(own, passkey.id)])
  expect(removed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { appSince, passkeys, codesLeft } = await ownFactors(own)
  expect([(appSince ? 1 : 0) + passkeys.length, codesLeft]).toEqual([1, 10])
})
