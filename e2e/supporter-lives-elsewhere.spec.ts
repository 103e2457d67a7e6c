import { type Answer, ask, ByHttp, detailsOf } from './fixtures/by-http'
import { postcodeIn, seats } from './fixtures/directory'
import { wordsOf } from './fixtures/forms'
import { linkIn } from './fixtures/mailbox'
import { WRITE } from './fixtures/path'
import type { Person } from './fixtures/person'
import { expect, product, test } from './fixtures/test'

const HOME = 'Cities of London and Westminster'
const BESIDE = 'Kensington and Bayswater'
const code = (name: string) => seats.find((seat) => seat.name === name)?.code ?? name

/** The letter page sent for a seat that was chosen by name, by somebody who lives at this postcode. */
async function letterFor(seat: string, postcode: string, person: Person): Promise<Answer> {
  const http = new ByHttp(product().url)
  const start = await http.begin(await ask(product().url, `${WRITE}/${code(seat)}`))
  const letter = await http.send(start, 'letter-form', { reason: person.reason })
  return http.checkOf(letter, { ...detailsOf(person), postcode })
}

test('nobody writes to an MP whose seat is nowhere near their postcode', async ({ person, mailbox }) => {
  const http = new ByHttp(product().url)
  for (const seat of ['Aberafan Maesteg', 'Aldershot', 'Aberdeen North', 'Belfast East']) {
    const answer = await letterFor(seat, postcodeIn(HOME), person)
    expect([answer.status, seat]).toEqual([422, seat])
    expect(wordsOf(answer.html)).toContain(`is in ${HOME}, and this letter goes to the MP for ${seat}`)
    expect(answer.html).toContain(person.address1)
    const way = /<button[^>]*\bname="home"[^>]*>/.exec(answer.html)?.[0]
    expect(way).toContain(`value="${code(HOME)}"`)
  }
  const turned = await http.send(await letterFor('Aldershot', postcodeIn(HOME), person), 'letter-form', {
    home: code(HOME),
  })
  const check = await http.checkOf(turned, {})
  expect((await http.send(check, 'check-form')).status).toBe(303)
  expect((await mailbox.waitFor({ to: person.email })).words).toContain(HOME)
})

test('across a boundary the writer says which is right, and the MP’s office reads no more than is known', async ({
  person,
  mailbox,
}) => {
  const http = new ByHttp(product().url)
  const check = await letterFor(BESIDE, postcodeIn(HOME), person)
  expect(wordsOf(check.html)).toContain(`Your postcode is in ${HOME}. Which is right?`)
  expect((await http.send(check, 'check-form')).status).toBe(422)
  expect((await http.send(check, 'check-form', { home: code(BESIDE) })).status).toBe(303)
  const { location } = await http.confirm(await mailbox.confirmLink(person.email))
  const found = `In ${HOME}, by our list; the writer says that they live in ${BESIDE}, which is next to it`
  expect(wordsOf((await ask(product().url, location ?? '')).html)).toContain(found)

  const letter = await mailbox.waitFor({ replyTo: person.email })
  const copy = await mailbox.waitFor({ to: person.email, says: 'your copy' })
  const proof = wordsOf((await ask(product().url, linkIn(letter, 'verify'))).html)
  expect(proof).toContain(`A letter from somebody who says that they live in ${BESIDE}`)
  expect(proof).toContain(found)
  const says = `a person who confirmed their e-mail address and says that they live in ${BESIDE}; our list has their postcode in ${HOME}, next to it`
  for (const { words } of [letter, copy]) expect(words.replace(/\s+/g, ' ')).toContain(says)
  // What its writer says of themselves, above, is theirs to say.
  const below = [letter, copy].map(({ words }) => words.split('Yours sincerely').slice(1).join())
  expect(below).toEqual([expect.stringContaining('confirmed'), expect.stringContaining('confirmed')])
  expect(below.join()).not.toMatch(/(by|from|as) a constituent\b/i)
})
