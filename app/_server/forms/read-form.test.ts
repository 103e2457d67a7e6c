import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formLimits, withinLimits } from './limits'
import { MOST_BYTES_OF_PICTURE, readForm } from './read-form'

/** A form as a browser sends it: its texts, and its file last. */
async function upload(megabytes: number, fileLast = true): Promise<IncomingMessage> {
  const form = new FormData()
  const file = new File([new Uint8Array(megabytes * 1024 * 1024).fill(7)], 'logo.png', { type: 'image/png' })
  if (!fileLast) form.append('picture', file)
  form.append('alt', 'Two\r\nlines, and “more”')
  if (fileLast) form.append('picture', file)
  const sent = new Response(form)
  const body = Readable.fromWeb(sent.body as Parameters<typeof Readable.fromWeb>[0])
  const headers = { 'content-type': sent.headers.get('content-type') }
  return Object.assign(body, { headers, url: '/staff/settings/logo' }) as unknown as IncomingMessage
}

test.each([10, 31])(
  'of a form with a file of %s MB, the texts are kept and the file is known to be too large',
  async (mb) => {
    const body = await readForm(await upload(mb), MOST_BYTES_OF_PICTURE)
    if ('refused' in body) throw new Error(body.refused)
    expect(body.form.get('alt')).toBe('Two\r\nlines, and “more”')
    const file = body.form.get('picture')
    expect(file instanceof File && file.size).toBeGreaterThan(5 * 1024 * 1024)
    expect(file instanceof File && file.size).toBeLessThanOrEqual(MOST_BYTES_OF_PICTURE)
  },
)

test('a form that takes no file is refused whole where it is too large', async () => {
  expect(await readForm(await upload(2))).toEqual({ refused: 'too-large' })
})

test('texts after a file that was cut are missing, and nothing is made up for them', async () => {
  const body = await readForm(await upload(10, false), MOST_BYTES_OF_PICTURE)
  expect('form' in body && body.form.get('alt')).toBe(null)
})

test('what a browser encodes, and what only somebody who means harm does, is read as a response’s form is', async () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }).map((text) => encodeURIComponent(text)),
    fc.constantFrom('?', '&', '=', '+', '%', '%00', '%ff', '%e2%82', '%f0%9f%99%82', 'reason=', '\ufeff', ' '),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const sent = Buffer.from(pieces.join(''))
      const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }
      const body = Object.assign(Readable.from([sent]), { headers, url: '/confirm/x' }) as unknown as IncomingMessage
      const read = await readForm(body)
      const asResponse = await new Response(sent, { headers }).formData()
      const most = withinLimits(asResponse, formLimits('/confirm/x'))
      expect('form' in read ? [...read.form] : null).toEqual(most && [...most])
    }),
  )
})
