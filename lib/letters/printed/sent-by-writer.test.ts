import { expect, test } from 'vitest'
import { NOON } from '@/lib/kernel/testing/noon'
import { letterHistory } from '@/lib/letters/find'
import { confirmedLetter, letterRow, NO_EMAIL, onCampaign, VACANT, writtenLetter } from '@/lib/letters/testing'
import { isTheirsToSend, mailtoOf, markSentByWriter, ownMailText, sentByWriters } from './sent-by-writer'

test('a letter that we cannot send is its writer’s: sent when they say so, once, and counted apart', () =>
  onCampaign(async (ctx, campaign) => {
    const { id } = await confirmedLetter(ctx, campaign, { constituencyCode: NO_EMAIL })
    expect(isTheirsToSend(await letterRow(ctx, id))).toBe(true)
    expect(await markSentByWriter(ctx, id, 'post')).toBe(true)
    expect(await markSentByWriter(ctx, id, 'e-mail')).toBe(false)
    expect(await letterRow(ctx, id)).toMatchObject({
      state: 'by-writer',
      endedAt: NOON,
      sentByWriterAt: NOON,
      sentByWriterBy: 'post',
      acceptedAt: null,
    })
    expect((await letterHistory(ctx, id)).at(-1)).toMatchObject({ state: 'by-writer', reason: 'own-post' })
    expect(await sentByWriters(ctx, campaign.id)).toEqual({ post: 1, 'e-mail': 0 })
  }))

test('no letter that may still go, or is not confirmed, can be marked as sent by its writer', () =>
  onCampaign(async (ctx, campaign) => {
    const queued = await confirmedLetter(ctx, campaign)
    const vacant = await confirmedLetter(ctx, campaign, { constituencyCode: VACANT })
    const unconfirmed = await writtenLetter(ctx, campaign)
    for (const { id } of [queued, vacant, unconfirmed]) {
      expect(isTheirsToSend(await letterRow(ctx, id))).toBe(false)
      expect(await markSentByWriter(ctx, id, 'e-mail')).toBe(false)
    }
    expect(await sentByWriters(ctx, campaign.id)).toEqual({ post: 0, 'e-mail': 0 })
  }))

const written = (body: string) => ({
  subject: 'Peace & quiet?',
  body,
  salutation: 'Dear Ann Lee,',
  signOff: 'Yours sincerely,',
  name: 'Jo Doe',
  address: ['1 Row', 'Leeds'],
  postcode: 'LS1 1AA',
  email: 'jo@example.org',
})

test('a letter goes into one’s own e-mail program whole, with CR LF, or not at all', () => {
  const address = mailtoOf('ann.lee.mp@parliament.uk', written('Line one.\n\n50 % & more?'))
  expect(address).toMatch(/^mailto:ann\.lee\.mp@parliament\.uk\?subject=Peace%20%26%20quiet%3F&body=Dear%20Ann/)
  const body = decodeURIComponent(address?.split('&body=')[1] ?? '')
  expect(body.replace(/\r\n/g, '\n')).toBe(ownMailText(written('Line one.\n\n50 % & more?')))
  expect(body).not.toMatch(/(?<!\r)\n/)
  expect(mailtoOf('a@b.org', written('Long. '.repeat(400)))).toBeNull()
  expect(mailtoOf('a@b.org?bcc=all@example.org', written('x'))).toMatch(
    /^mailto:a@b\.org%3Fbcc%3Dall%40example\.org\?subject=/,
  )
})
