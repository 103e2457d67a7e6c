import { createHmac } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { htmlOf, wordsIn } from '@/app/(public)/testing'
import { rateLimits } from '@/db/schema/index'
import type { LiveCampaign } from '@/lib/content/find-campaign'
import { mailingKeys } from '@/lib/letters/mailing/mailing-token'
import { livingCampaign, WESTMINSTER } from '@/lib/letters/testing'
import ForOnePerson from './page'

const PERSON = { n: 'Zoe Quillfeather', e: 'zoe@example.org', p: 'SW1A 0AA' }
const soon = () => Math.floor(Date.now() / 1000) + 3600

let campaign: LiveCampaign
beforeAll(async () => {
  const living = await livingCampaign()
  campaign = living.campaign
  await living.ctx.db.delete(rateLimits)
})

function tokenOf(payload: unknown): string {
  const said = Buffer.from(JSON.stringify(payload)).toString('base64url')
  const signature = createHmac('sha256', mailingKeys()[0] ?? '')
  return `${said}.${signature.update(said).digest('base64url')}`
}

/** The page at a link's address, and its status. */
async function opened(mailing: string) {
  const exchange = newExchange({ clientAddress: '203.0.113.9', source: 'utm_source=newsletter' })
  const params = Promise.resolve({ slug: campaign.slug, mailing })
  const html = await withExchange(exchange, () => htmlOf(ForOnePerson({ params })))
  return { html, words: wordsIn(html), status: exchange.status, reached: exchange.reached }
}

/** Where it redirects to. */
async function ledTo(payload: unknown): Promise<string> {
  try {
    await opened(tokenOf(payload))
  } catch (error) {
    return error instanceof Error && 'digest' in error ? String(error.digest) : String(error)
  }
  return 'nowhere'
}

test('a link shows their MP, and says what it has filled in', async () => {
  const { html, words, status, reached } = await opened(tokenOf({ ...PERSON, x: soon() }))
  expect([status, reached]).toEqual([
    null,
    { step: 'found', constituency: WESTMINSTER, source: 'utm_source=newsletter' },
  ])
  expect(words).toContain('Is this your MP?')
  expect(words).toContain('Filled in from the link that you followed: Zoe Quillfeather, zoe@example.org, SW1A 0AA')
  expect(html).toContain(`action="/campaigns/${campaign.slug}/write/${WESTMINSTER}/you"`)
  expect(html).toContain('name="step" value="mailing"')
  expect(html).toContain('name="source" value="utm_source=newsletter"')
})

test('one that has run out, or that nobody of ours has made, says so, tells nothing, and leads on by postcode', async () => {
  const expired = await opened(tokenOf({ ...PERSON, x: soon() - 7200 }))
  expect([expired.status, expired.words.includes('This link has run out')]).toEqual([410, true])
  const forged = await opened(`${tokenOf({ ...PERSON, x: soon() }).split('.')[0]}.abc`)
  expect([forged.status, forged.words.includes('This link does not work')]).toEqual([404, true])
  for (const { html } of [expired, forged]) {
    expect(html).not.toMatch(/Quillfeather|zoe@/)
    expect(html).toContain('id="postcode-form"')
  }
})

test('without one MP it leads to the page that asks further', async () => {
  expect(await ledTo({ ...PERSON, p: '', x: soon() })).toContain(`;/campaigns/${campaign.slug}?utm_source=newsletter;`)
  expect(await ledTo({ ...PERSON, p: 'ZZ99 9ZZ', x: soon() })).toContain(
    `;/campaigns/${campaign.slug}/write?postcode=ZZ99+9ZZ&utm_source=newsletter;`,
  )
})
