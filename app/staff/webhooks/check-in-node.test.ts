import { expect, test } from 'vitest'
import { newSecret, sealSecret, signedHeaders } from '@/lib/webhooks/sending/sign'
import { CHECK } from './check-in-node'

test('the check that is shown to copy knows what is ours from what is not', async () => {
  const { isOurs } = await import(`data:text/javascript,${encodeURIComponent(`${CHECK}\nexport { isOurs }`)}`)
  const [secret, old, other] = [newSecret(), newSecret(), newSecret()]
  const headersAt = (at: Date) =>
    signedHeaders(
      'msg_1',
      '{"name":"Zoë"}',
      {
        webhookId: 'one',
        secretSealed: sealSecret(secret, 'one'),
        oldSecretSealed: sealSecret(old, 'one'),
        oldSecretUntil: new Date(at.getTime() + 1),
      },
      at,
    )
  const body = Buffer.from('{"name":"Zoë"}')
  const headers = headersAt(new Date())
  expect(isOurs(headers, body, secret)).toBe(true)
  expect(isOurs(headers, body, old)).toBe(true)
  expect(isOurs(headers, body, other)).toBe(false)
  expect(isOurs(headers, Buffer.from('{"name":"Zoe"}'), secret)).toBe(false)
  expect(isOurs({ ...headers, 'webhook-id': 'msg_2' }, body, secret)).toBe(false)
  expect(isOurs(headersAt(new Date(Date.now() - 600_000)), body, secret)).toBe(false)
  expect(isOurs({ ...headers, 'webhook-timestamp': 'soon' }, body, secret)).toBe(false)
})
