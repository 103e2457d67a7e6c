import { expect, test } from 'vitest'
import { rolledBack } from '@/lib/mailer/testing/context'
import { setSwitch } from '@/lib/staff/set-switch'
import { stopped } from './why-sending-stopped'

test('the switch that staff press for sending is the one that letters wait for', () =>
  rolledBack(async (ctx) => {
    expect(await stopped(ctx)).toBeNull()
    await setSwitch(ctx, { name: 'sending', on: false })
    expect(await stopped(ctx)).toEqual({ why: 'paused', until: null })
    await setSwitch(ctx, { name: 'sending', on: true })
    expect(await stopped(ctx)).toBeNull()
  }))
