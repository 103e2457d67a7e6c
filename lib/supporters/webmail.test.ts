import { expect, test } from 'vitest'
import { webmailOf } from './webmail'

const SENDER = 'letters@example.org'

test.each([
  ['ann@gmail.com', 'Gmail'],
  ['Ann@GoogleMail.com', 'Gmail'],
  ['ann@hotmail.co.uk', 'Outlook'],
  ['ann@live.co.uk', 'Outlook'],
  ['ann@yahoo.co.uk', 'Yahoo Mail'],
  ['ann@icloud.com', 'iCloud Mail'],
  ['ann@btinternet.com', 'BT Email'],
  ['ann@sky.com', 'Sky Yahoo Mail'],
  ['ann@proton.me', 'Proton Mail'],
])('%s is read at %s', (email, name) => {
  const found = webmailOf(email, SENDER)
  expect(found?.name).toBe(name)
  expect(new URL(found?.href ?? '').protocol).toBe('https:')
})

test('nowhere is made up for a domain that is not known, however much it looks like one', () => {
  for (const email of ['ann@example.org', 'ann@notgmail.com', 'ann@gmail.com.example.org', 'gmail.com@x.y', ''])
    expect(webmailOf(email, SENDER)).toBeNull()
})

test('what is typed before the domain stays within the link', () => {
  const href = webmailOf('"><script>&authuser=eve#@gmail.com', SENDER)?.href ?? ''
  const url = new URL(href)
  expect(url.host).toBe('mail.google.com')
  expect(url.searchParams.get('authuser')).toBe('"><script>&authuser=eve#@gmail.com')
  expect(href).not.toMatch(/[<>"]/)
  expect(decodeURIComponent(url.hash)).toContain('from:letters@example.org')
})
