import { describe, expect, test } from 'vitest'
import { pageAfterSignIn, signInTo } from './page-after'

describe('the page after signing in', () => {
  test.each([
    '/staff/campaigns/1/edit/asks',
    '/staff/letters?state=held&mp=Anna%20Smith',
    '/staff/letters/1?done=hold',
    '/preview/1/write',
  ])('is the one that was meant: %s', (page) => {
    expect(pageAfterSignIn(page)).toBe(page)
    expect(new URL(signInTo(page), 'http://a.example').searchParams.get('to')).toBe(page)
  })

  test.each([
    '',
    '/',
    'staff',
    '/staff',
    '/staffroom',
    '//evil.example/staff',
    '///evil.example/staff',
    '/\\evil.example/staff',
    '\\\\evil.example/staff',
    '/\t/evil.example/staff',
    'https://evil.example/staff/letters',
    'javascript:alert(1)',
    '/staff/../api/figures',
    '/staff/%2e%2e/my-data',
    '/staff/..//evil.example',
    '/staff//evil.example',
    '/staff/sign-in',
    '/staff/sign-in?to=/staff/sign-in',
    '/staff/sign-out',
    '/my-data?token=x',
    `/staff/${'a'.repeat(600)}`,
  ])('is the home page for %j', (asked) => {
    expect(pageAfterSignIn(asked)).toBe('/staff')
    expect(signInTo(asked)).toBe('/staff/sign-in')
  })
})
