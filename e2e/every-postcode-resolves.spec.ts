import { ask } from './fixtures/by-http'
import { furtherPostcodes, seats } from './fixtures/directory'
import { expect, product, test } from './fixtures/test'

type Body = {
  postcode: string
  status: string
  source: string
  constituencies: {
    code: string
    name: string
    nation: string
    mp: { id: number; name: string; party: string } | null
  }[]
}

test('all 650 example postcodes and the further facts resolve to their seat', async () => {
  test.setTimeout(300_000)
  expect(seats).toHaveLength(650)
  expect(furtherPostcodes).toHaveLength(21)
  const wanted = [
    ...seats.map(({ code, examplePostcode }) => ({ code, postcode: examplePostcode })),
    ...furtherPostcodes,
  ]
  const wrong: string[] = []
  for (let at = 0; at < wanted.length; at += 20) {
    await Promise.all(
      wanted.slice(at, at + 20).map(async ({ code, postcode }) => {
        const { status, body } = await lookUp(postcode)
        const [seat] = body.constituencies ?? []
        const known = seats.find((each) => each.code === code)
        const fits =
          status === 200 &&
          body.status === 'found' &&
          body.source === 'local' &&
          body.postcode.replace(' ', '') === postcode.replace(' ', '') &&
          body.constituencies.length === 1 &&
          seat?.code === code &&
          seat.name === known?.name &&
          seat.nation === known.nation &&
          (seat.mp?.name ?? null) === (known.member?.name ?? null)
        if (!fits) wrong.push(`${postcode}: ${status} ${JSON.stringify(body)}`)
      }),
    )
  }
  console.log(
    `  ${wanted.length - wrong.length} of ${wanted.length} postcodes resolve to their constituency and its MP`,
  )
  expect(wrong).toEqual([])
})

test('the answer has the shape that other programs rely on', async () => {
  const { status, body, headers } = await lookUp('SW1A0AA')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^application\/json/)
  expect(body).toEqual({
    postcode: 'SW1A 0AA',
    status: 'found',
    source: 'local',
    constituencies: [
      {
        code: 'E14001172',
        name: 'Cities of London and Westminster',
        nation: 'England',
        mp: { id: 5257, name: 'Rachel Blake', party: 'Labour (Co-op)' },
      },
    ],
  })
})

test('a vacant seat has no MP, a split postcode two seats, and a third party’s answer says so', async () => {
  const vacant = seats.find(({ name }) => name === 'Holborn and St Pancras')
  expect((await lookUp(vacant?.examplePostcode ?? '')).body.constituencies).toMatchObject([{ mp: null }])
  const split = await lookUp('HA4 0AA')
  expect(split.status).toBe(200)
  expect(split.body).toMatchObject({ status: 'split', source: 'live' })
  expect(split.body.constituencies.map(({ name }) => name).sort()).toEqual([
    'Ruislip, Northwood and Pinner',
    'Uxbridge and South Ruislip',
  ])
  expect((await lookUp('SE11 4AB')).body).toMatchObject({ postcode: 'SE11 4AB', status: 'found', source: 'live' })
})

for (const [typed, status, code] of [
  ['nonsense', 400, 'malformed'],
  ['SW1A', 400, 'malformed'],
  ['%', 400, 'malformed'],
  ['%00', 400, 'malformed'],
  ['x'.repeat(2000), 400, 'malformed'],
  ['ZZ99 9ZZ', 404, 'unknown'],
  ['SE1 6AA', 503, 'unavailable'],
  ['GY1 1AA', 422, 'crown_dependency'],
  ['JE2 3AB', 422, 'crown_dependency'],
  ['IM1 1AA', 422, 'crown_dependency'],
  ['GX11 1AA', 422, 'overseas_territory'],
  ['FIQQ 1ZZ', 422, 'overseas_territory'],
  ['SW1A 0AA or M1 1AE', 422, 'ambiguous'],
  ['Witley', 400, 'malformed'],
  ['BF1 2AA', 422, 'bfpo'],
  ['BFPO 12', 422, 'bfpo'],
] as const) {
  test(`“${typed.slice(0, 20)}” answers ${status} ${code}`, async () => {
    const answer = await lookUp(typed)
    expect(answer.status).toBe(status)
    expect(answer.headers.has('retry-after')).toBe(status === 503)
    expect(answer.body).toEqual({ error: { code, message: expect.stringMatching(/\w/) } })
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|postcodes\.io|127\.0\.0\.1/i)
  })
}

async function lookUp(postcode: string): Promise<{ status: number; body: Body; headers: Headers }> {
  const path = /%/.test(postcode) ? postcode : encodeURIComponent(postcode)
  const { status, html, headers } = await ask(product().url, `/api/postcodes/${path}`)
  const body: Body = JSON.parse(html)
  return { status, body, headers }
}
