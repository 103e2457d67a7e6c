import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { staffCookie } from '@/app/_server/session/staff-cookie'
import { logos } from '@/db/schema/index'
import { settings } from '@/db/schema/settings'
import { testDatabase } from '@/db/testing'
import { contextFor } from '@/lib/mailer/process-context'
import { operatorLogo } from '@/lib/settings/logo'
import { operatorSetting } from '@/lib/settings/operator'
import { startSession } from '@/lib/staff/sign-in/sessions'
import { memberContext } from '@/lib/staff/testing'
import { logo } from './form'

const ctx = () => contextFor({ kind: 'system' })
const SAVED = { redirect: '/staff/settings?saved=logo#logo' }
const picture = await sharp({ create: { width: 300, height: 90, channels: 3, background: '#0a5c3c' } })
  .png()
  .toBuffer()
let cookies = ''

beforeEach(async () => {
  const db = await testDatabase()
  await db.delete(settings)
  await db.delete(logos)
  const token = crypto.randomUUID()
  const { actor } = await memberContext(ctx(), 'admin', `${token}@example.org`)
  await startSession(ctx(), { token, userId: actor.kind === 'staff' ? actor.id : '' })
  cookies = `${staffCookie().name}=${token}`
  await operatorSetting.keep(ctx(), { name: 'Example Alliance', address: '1 Sample Street', email: 'a@example.org' })
})

/** Posts it as a browser does: a file that nobody chose has no name and no bytes. */
function post(fields: Record<string, string>, bytes?: Uint8Array, name = 'logo.png') {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('picture', new File(bytes ? [new Uint8Array(bytes)] : [], bytes ? name : ''))
  return withExchange(newExchange({ cookies }), () => logo(form, {}))
}

describe('a logo', () => {
  test('is uploaded, said and grounded otherwise without another upload, and taken out', async () => {
    expect(await post({ alt: ' A hand\r\nwith a  pen ', ground: 'auto' }, picture)).toEqual(SAVED)
    const first = await operatorLogo(ctx())
    expect(first).toMatchObject({ alt: 'A hand with a pen', ground: 'none', width: 300, height: 90 })
    expect(await post({ alt: '', ground: 'light' })).toEqual(SAVED)
    expect(await operatorLogo(ctx())).toEqual({ ...first, alt: '', ground: 'light' })
    expect(await post({ remove: 'yes', alt: '', ground: 'light' })).toEqual(SAVED)
    expect(await operatorLogo(ctx())).toBeNull()
  })

  test('needs words where no organisation is named that could stand for it', async () => {
    await operatorSetting.remove(ctx())
    expect(await post({ alt: ' ', ground: 'auto' }, picture)).toMatchObject({ show: { faults: [{ field: 'alt' }] } })
    expect(await post({ alt: 'Example Alliance', ground: 'auto' }, picture)).toEqual(SAVED)
  })
})

describe('what is none is refused at its field, with what was typed, and the logo stays', () => {
  test.each([
    ['nothing', undefined, /^Choose a picture$/],
    ['an empty file', Buffer.alloc(0), /that file is empty/],
    ['a drawing in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /export this SVG drawing as PNG/],
    ['10 MB', Buffer.concat([picture, Buffer.alloc(10 * 1024 * 1024)]), /5 MB at most/],
  ])('%s', async (_what, bytes, message) => {
    const typed = { alt: 'A hand with a pen', ground: 'dark' }
    const answer = await post(typed, bytes)
    expect(answer).toMatchObject({
      status: 422,
      at: '/staff/settings',
      show: { values: typed, faults: [{ field: 'picture', message: expect.stringMatching(message) }] },
    })
    expect(await operatorLogo(ctx())).toBeNull()
    await post({ alt: 'The old one', ground: 'auto' }, picture)
    if (bytes) await post(typed, bytes)
    expect(await operatorLogo(ctx())).toMatchObject({ alt: 'The old one' })
  })

  test('words that are too long, beside a file that is none', async () => {
    expect(await post({ alt: 'x'.repeat(201), ground: 'auto' }, Buffer.from('GIF89a'))).toMatchObject({
      show: { values: { alt: 'x'.repeat(201) }, faults: [{ field: 'alt' }, { field: 'picture' }] },
    })
  })
})
