import { expect, test } from 'vitest'
import { rolledBack } from '@/lib/mailer/testing/context'
import { shareCode } from './share-code'
import { isNowhere, NOWHERE, printSource, readSource, sourceOf } from './source'

const APP = 'https://letters.example'
const of = (query: string) => readSource(new URLSearchParams(query))

test('a source comes out of a form as it went in', () => {
  const source = of('utm_source=Newsletter&utm_medium=email&utm_campaign=may%20day&ref=www.bbc.co.uk&by=abcde12345')
  expect(source).toEqual({
    ...NOWHERE,
    utmSource: 'newsletter',
    utmMedium: 'email',
    utmCampaign: 'may day',
    referrer: 'bbc.co.uk',
    share: 'abcde12345',
  })
  expect(of(printSource(source))).toEqual(source)
  expect(printSource(NOWHERE)).toBe('')
})

test('a tag of 2,000 characters is cut to 100', () =>
  expect(of(`utm_source=${'x'.repeat(2000)}`).utmSource).toBe('x'.repeat(100)))

test('tags that hold a person’s address or number are not kept', () => {
  expect(of('utm_source=anna@example.org&utm_content=07700900123')).toEqual(NOWHERE)
})

test('what is no host or no code of ours is left out', () => expect(of('ref=<script>&by=../../etc')).toEqual(NOWHERE))

test('of a page elsewhere the host alone is kept, whatever its query says', () => {
  const from = 'https://mail.example.com/inbox?user=anna%40example.org&token=secret#x'
  expect(sourceOf('/campaigns/a', from, APP)).toEqual({ ...NOWHERE, referrer: 'mail.example.com' })
})

test('a page of ours hands on what it was called with', () => {
  expect(sourceOf('/campaigns/a/write?postcode=SW1A0AA', `${APP}/campaigns/a?utm_source=x`, APP)).toEqual({
    ...NOWHERE,
    utmSource: 'x',
  })
  expect(isNowhere(sourceOf('/campaigns/a', `${APP}/campaigns/a`, APP))).toBe(true)
})

test.each(['', 'about:blank', 'javascript:alert(1)', 'not an address', 'android-app://com.example'])(
  'a referrer such as "%s" is none',
  (referer) => expect(sourceOf('/', referer, APP)).toEqual(NOWHERE),
)

test('a supporter’s own link carries a code that a source can have, the same each time', () =>
  rolledBack(async (ctx) => {
    const code = await shareCode(ctx, 'a letter')
    expect(of(`by=${code}`).share).toBe(code)
    expect(await shareCode(ctx, 'a letter')).toBe(code)
    expect(await shareCode(ctx, 'another')).not.toBe(code)
  }))
