import { expect, test } from 'vitest'
import { settings } from '@/db/schema/settings'
import { rolledBack } from '@/lib/mailer/testing/context'
import { securityText } from './security-text'

const APP = 'https://letters.example.org'

test('with nobody to tell there is none', () =>
  rolledBack(async (ctx) => expect(await securityText(ctx, APP)).toBeNull()))

test('it names the operator, where it stands, and until when it holds', () =>
  rolledBack(async (ctx) => {
    const value = { name: 'Example Campaigns', address: '', email: 'o%hare+security@example.org' }
    await ctx.db.insert(settings).values({ name: 'operator', value })
    expect(await securityText(ctx, APP)).toBe(
      [
        'Contact: mailto:o%25hare%2Bsecurity@example.org',
        'Expires: 2027-05-09T00:00:00.000Z',
        'Preferred-Languages: en',
        'Canonical: https://letters.example.org/.well-known/security.txt',
        '',
      ].join('\n'),
    )
  }, new Date('2026-11-10T13:14:15Z')))
