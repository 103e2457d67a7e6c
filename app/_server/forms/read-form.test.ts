import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
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
