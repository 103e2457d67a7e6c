/** How a receiver in Node checks a signature, to be copied. A test runs it. */
export const CHECK = `import { createHmac, timingSafeEqual } from 'node:crypto'

// body: the bytes as they came, before any parsing
function isOurs(headers, body, secret) {
  const id = headers['webhook-id']
  const at = headers['webhook-timestamp']
  const now = Date.now() / 1000
  if (!(Math.abs(now - at) < 300)) return false
  const key = secret.replace('whsec_', '')
  const made = createHmac('sha256', Buffer.from(key, 'base64'))
    .update(\`\${id}.\${at}.\${body}\`)
    .digest()
  const all = headers['webhook-signature'].split(' ')
  return all.some((one) => {
    const given = Buffer.from(one.split(',')[1], 'base64')
    return given.length === made.length
      && timingSafeEqual(given, made)
  })
}`
