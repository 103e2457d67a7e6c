import { detailsOf } from '@/e2e/fixtures/by-http'
import { CAMPAIGN, WRITE } from '@/e2e/fixtures/path'
import { makePerson } from '@/e2e/fixtures/person'
import { fortyWords } from '../forty-words'
import type { MailDesk } from './mail-desk'
import type { Page, Visitor } from './visitor'

/** The steps of a journey, in their order; what no page answers is the worker's. */
export const steps = [
  'campaign',
  'your MP',
  'your words',
  'letter',
  'about you',
  'check',
  'submitted',
  'check your e-mail',
  'confirmation mailed',
  'confirm page',
  'confirmed',
  'letter’s page',
  'letter and copy mailed',
] as const
export type Step = (typeof steps)[number]

/** What one step took: milliseconds, and of its pages the bytes on the wire and unpacked. */
export type Took = { step: Step; ms: number; bytes: number; html: number }

const PATIENCE_MS = 120_000

/** One journey, from the campaign's page to the letter and its copy. `reached` is told of each step as it ends. */
export async function goJourney(
  visitor: Visitor,
  desk: MailDesk,
  postcode: string,
  reached: (took: Took) => void | Promise<void>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const person = { ...makePerson(), reason: fortyWords() }
  const page = async (step: Step, asking: () => Promise<Page>, status = 200): Promise<Page> => {
    const began = performance.now()
    let answer = await asking()
    let { bytes } = answer
    let html = Buffer.byteLength(answer.html)
    // What a page leads to on the way to the next is a part of its step.
    while (status === 200 && answer.location !== null) {
      answer = await visitor.get(new URL(answer.location, answer.address).href)
      bytes += answer.bytes
      html += Buffer.byteLength(answer.html)
    }
    if (answer.status !== status) throw new Error(`${step}: answered with ${answer.status}.`)
    await reached({ step, ms: performance.now() - began, bytes, html })
    return answer
  }
  const mailed = async <T>(step: Step, waiting: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const mail = await waiting()
    await reached({ step, ms: performance.now() - began, bytes: 0, html: 0 })
    return mail
  }
  try {
    await page('campaign', () => visitor.get(CAMPAIGN))
    const mp = await page('your MP', () => visitor.get(`${WRITE}?${new URLSearchParams({ postcode })}`))
    const words = await page('your words', () => visitor.send(mp, 'letter-form'))
    const letter = await page('letter', () => visitor.send(words, 'letter-form', { reason: person.reason }))
    const you = await page('about you', () => visitor.send(letter, 'letter-form'))
    const check = await page('check', () => visitor.send(you, 'letter-form', detailsOf(person)))
    const submitted = await page('submitted', () => visitor.send(check, 'check-form'), 303)
    await page('check your e-mail', () => visitor.get(submitted.location ?? ''))
    const asking = await mailed('confirmation mailed', () => desk.wait(`to ${person.email}`, 1, patienceMs))
    const [link = ''] = /https?:\/\/[^\s<>"]+\/confirm\/[\w-]+/.exec(asking.text) ?? []
    const confirming = await page('confirm page', () => visitor.get(new URL(link).pathname))
    const confirmed = await page('confirmed', () => visitor.send(confirming, 'confirm-form'), 303)
    await page('letter’s page', () => visitor.get(confirmed.location ?? ''))
    await mailed('letter and copy mailed', async () => {
      await desk.wait(`of ${person.email}`, 1, patienceMs)
      await desk.wait(`to ${person.email}`, 2, patienceMs)
    })
  } finally {
    desk.forget(person.email)
  }
}
