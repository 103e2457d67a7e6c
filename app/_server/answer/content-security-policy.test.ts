import { describe, expect, test } from 'vitest'
import { contentPolicy } from './content-security-policy'

describe('the policy', () => {
  const scripts = (policy: string) => /script-src ([^;]*)/.exec(policy)?.[1]

  test('lets no inline script run without a nonce, and nothing come from elsewhere', () => {
    expect(scripts(contentPolicy({}))).toBe("'self'")
    expect(scripts(contentPolicy({ nonce: 'abc' }))).toBe("'self' 'nonce-abc'")
    for (const policy of [contentPolicy({}), contentPolicy({ nonce: 'abc' })]) {
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("style-src 'self';")
      for (const never of ['base-uri', 'object-src', 'frame-ancestors']) expect(policy).toContain(`${never} 'none'`)
      expect(policy).toContain("form-action 'self'")
    }
  })

  test('is loose in development alone', () => expect(contentPolicy({ development: true })).toContain("'unsafe-eval'"))
})

test('the policy of a page that other sites may show in a frame differs in nothing else', () => {
  const [framed, other] = [contentPolicy({ framed: true }), contentPolicy({})]
  expect(framed).toContain('frame-ancestors *')
  expect(framed.replace('frame-ancestors *', "frame-ancestors 'none'")).toBe(other)
})
