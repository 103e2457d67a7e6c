import { ask } from './fixtures/by-http'
import { wordsOf } from './fixtures/forms'
import { CAMPAIGN } from './fixtures/path'
import { expect, product, test } from './fixtures/test'

const TITLE = 'Ask your MP what was done about a ceasefire in Nagorno-Karabakh'

async function titleOf(path: string, form?: Record<string, string>, headers?: Record<string, string>): Promise<string> {
  const { html } = await ask(product().url, path, form && new URLSearchParams(form), headers)
  // A drawing may have titles of its own.
  const titles = [...html.slice(0, html.indexOf('</head>')).matchAll(/<title>([^<]*)<\/title>/g)]
  expect(titles).toHaveLength(1)
  return wordsOf(titles[0]?.[1] ?? '')
}

test('a title says the step and the campaign, and in front of both that something is wrong', async () => {
  for (const [path, title] of [
    [CAMPAIGN, TITLE],
    [`${CAMPAIGN}/choose`, `Choose your constituency – ${TITLE} – Dear MP`],
    [`${CAMPAIGN}/choose?find=newport`, `Which is your constituency? – ${TITLE} – Dear MP`],
    [`${CAMPAIGN}/choose?find=zzzzz`, `Error: Choose your constituency – ${TITLE} – Dear MP`],
    [`${CAMPAIGN}/choose?find=newport&choice=none`, `Error: Which is your constituency? – ${TITLE} – Dear MP`],
    [`${CAMPAIGN}/map`, `Supporters by constituency – ${TITLE} – Dear MP`],
    ['/my-data', 'Your data – Dear MP'],
    ['/staff/sign-in', 'Sign in – Dear MP staff'],
    ['/letters/%00', 'We could not read that address – Dear MP'],
  ] as const) {
    expect.soft(await titleOf(path), path).toBe(title)
  }
})

test('so does that of a form that comes back with faults, or is refused', async () => {
  expect.soft(await titleOf('/my-data', { email: 'ann' })).toBe('Error: Your data – Dear MP')
  expect.soft(await titleOf('/staff/sign-in', { email: 'ann' })).toBe('Error: Sign in – Dear MP staff')
  expect.soft(await titleOf('/privacy', { email: 'ann' })).toBe('There is no form here – Dear MP')
  const elsewhere = { origin: 'https://evil.example' }
  expect.soft(await titleOf('/my-data', { email: 'ann' }, elsewhere)).toBe('This form came from another site – Dear MP')
})
