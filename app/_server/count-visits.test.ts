import { EventEmitter } from 'node:events'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { keepVisits } from '@/lib/figures/counting/visits'
import { rollUp } from '@/lib/figures/roll-up/roll-up'
import { figureSums } from '@/lib/figures/testing'
import { onCampaign } from '@/lib/letters/testing'
import { answerVisit } from './answer-visit'
import { countVisits } from './count-visits'
import { type Exchange, newExchange } from './exchange'

const BROWSER = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'
const none = newExchange({ clientAddress: '192.0.2.1' })

function visit(url: string, headers: Record<string, string> = {}, statusCode = 200, exchange: Partial<Exchange> = {}) {
  const response = Object.assign(new EventEmitter(), { statusCode })
  const own = { ...none, ...exchange }
  countVisits(
    { method: 'GET', url, headers: { 'user-agent': BROWSER, ...headers } } as unknown as IncomingMessage,
    response as unknown as ServerResponse,
    own,
  )
  response.emit('finish')
  return own
}

test('a page is counted as viewed when it was answered to a person', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    visit(`/campaigns/${slug}?utm_source=news`)
    visit('/')
    visit(`/campaigns/${slug}/from/E14001172?by=abcde12345`, {}, 304)
    visit(`/campaigns/${slug}`, {}, 500)
    visit(`/campaigns/${slug}`, { 'user-agent': 'Googlebot/2.1' })
    visit(`/campaigns/${slug}`, { 'sec-purpose': 'prefetch' })
    visit(`/campaigns/${slug}/write?postcode=`)
    visit('/privacy')
    visit('/campaigns/%/?utm_source=%E0%A4%A')
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ viewed: 3 })
  }))

test('an MP that was found is counted with the source of the page before', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const referer = `http://localhost:3000/campaigns/${slug}?utm_source=news`
    const { source } = visit(`/campaigns/${slug}/write?postcode=SW1A0AA`, { referer })
    expect(source).toBe('utm_source=news')
    const reached = { step: 'found', constituency: 'E14001172', source: source ?? '' } as const
    visit(`/campaigns/${slug}/write?postcode=SW1A0AA`, { referer }, 200, { reached })
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ found: 1 })
  }))

test('an MP that the browser alone had found is counted with the letter that is begun', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const reached = { step: 'started', foundBefore: true, constituency: 'E14001172', source: '' } as const
    visit(`/campaigns/${slug}/write/E14001172/you`, {}, 200, { reached })
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ found: 1, started: 1 })
  }))

test('an embed is viewed with the host of the page that it stands in; where staff look at it, it is not', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const { source } = visit(`/embed/${slug}?utm_medium=embed`, { referer: 'https://www.paper.example/news?user=1' })
    expect(source).toBe('utm_medium=embed&ref=paper.example')
    visit(`/embed/${slug}`, { referer: 'http://localhost:3000/staff/campaigns/x/spread' })
    visit(`/embed/${slug}`, { 'user-agent': 'Googlebot/2.1' })
    visit('/embed/nothing')
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ viewed: 1 })
  }))

test('from an embed to the MP the tags of its frame come along, also without scripts', () =>
  onCampaign(async (_, { slug }) => {
    const referer = `http://localhost:3000/embed/${slug}?utm_source=paper&utm_medium=embed`
    expect(visit(`/campaigns/${slug}/write?postcode=SW1A0AA`, { referer }).source).toBe(
      'utm_source=paper&utm_medium=embed',
    )
  }))

test('choosing a constituency by name is no view, and knows where its visitor came from', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    expect(visit(`/campaigns/${slug}/choose?postcode=SW1A0AA&utm_source=news`).source).toBe('utm_source=news')
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({})
  }))

test('where no cache stands in front, what a script tells of is not counted: each visit was seen here', () =>
  onCampaign(async (ctx, { slug }) => {
    await rollUp(ctx)
    const headers = { 'user-agent': BROWSER, 'sec-fetch-site': 'same-origin' }
    const request = Object.assign(new IncomingMessage(new Socket()), { method: 'POST', headers })
    request.url = `/api/visits?page=/campaigns/${slug}`
    const response = new ServerResponse(request)
    expect(await answerVisit(request, response, none)).toBe(true)
    expect(response.statusCode).toBe(204)
    visit(`/campaigns/${slug}`, {}, 200, { forEveryone: true })
    await keepVisits(ctx)
    await rollUp(ctx)
    expect(await figureSums(ctx)).toEqual({ viewed: 1 })
  }))
