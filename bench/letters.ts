import { ByHttp } from '@/e2e/fixtures/by-http'
import { formIn } from '@/e2e/fixtures/forms'
import { Mailbox } from '@/e2e/fixtures/mailbox'
import { makePerson } from '@/e2e/fixtures/person'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { ownShare } from '@/lib/writing/originality/own-share'
import { diceOf, shinglesOf } from '@/lib/writing/originality/shingles'
import { choosing } from './choosing'
import { fortyWords } from './forty-words'
import { median } from './median'

const LETTERS = 60
const MANY = 1000
const AT_ONCE = 4
/** Leeds North West. */
const POSTCODE = 'LS18 4EB'

/**
 * Sixty letters to one MP with forty own words each and sixty with none, from the postcode to the MP's mail, by
 * HTTP and without scripts; then a thousand as they are given on the letter page. The overlap is Dice's, on all
 * 32-character pieces of the small letters and digits; beside it, what two letters from one template have.
 */
export async function letters(options: string[]): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  try {
    const own = await sent(product.url, LETTERS, fortyWords)
    const bare = await sent(product.url, LETTERS, () => '')
    report(`${LETTERS} letters, each with forty own words`, own)
    report(`${LETTERS} letters with no own words`, bare)
    if (options.includes('--show')) for (const letter of [...own.slice(0, 5), ...bare.slice(0, 5)]) show(letter)
    report(`${MANY} letters with no own words, as given`, await given(product.url, MANY))
    measured(own, bare)
    console.log(`  one template with forty own words on top: ${overlap(...template()).toFixed(2)}`)
  } finally {
    await product.stop()
    removeDataDir(product.dataDir)
  }
  choosing()
}

type Letter = { subject: string; text: string; own: string }

async function sent(url: string, count: number, ownWords: () => string): Promise<Letter[]> {
  const mailbox = new Mailbox(url)
  return inTurns(count, async () => {
    const own = ownWords()
    const person = { ...makePerson(), reason: own }
    await new ByHttp(url).sign(POSTCODE, person)
    const { subject, text } = await mailbox.waitFor({ replyTo: person.email })
    const [letter = ''] = text.split(`\n${person.name}\n`)
    return { subject, text: letter.trim(), own }
  })
}

function given(url: string, count: number): Promise<Letter[]> {
  return inTurns(count, async () => {
    const { html } = await new ByHttp(url).letter(POSTCODE)
    const fields = new Map(formIn(html, 'letter-form').fields)
    return { subject: fields.get('subject') ?? '', text: fields.get('body') ?? '', own: '' }
  })
}

async function inTurns<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = []
  while (done.length < count) {
    const now = Math.min(AT_ONCE, count - done.length)
    done.push(...(await Promise.all(Array.from({ length: now }, work))))
  }
  return done
}

function report(what: string, written: Letter[]): void {
  const shingles = written.map(({ subject, text }) => shinglesOf(`${subject} ${text}`))
  const overlaps = shingles
    .flatMap((one, at) => shingles.slice(0, at).map((other) => diceOf(one, other)))
    .sort((a, b) => a - b)
  const at = (part: number) => (overlaps[Math.ceil(overlaps.length * part) - 1] ?? 0).toFixed(2)
  const words = written.map(({ text }) => text.split(/\s+/).length).sort((a, b) => a - b)
  console.log(`  ${what} (${words[0]} to ${words.at(-1)} words):`)
  console.log(
    `    overlap largest ${at(1)}, 95th percentile ${at(0.95)}, median ${at(0.5)}, of ${overlaps.length} pairs`,
  )
}

/** The measure against itself, on letters that were sent: as given, with forty words, and wholly one's own. */
function measured(own: Letter[], bare: Letter[]): void {
  const content = campaignContent.parse(firstCampaign.content)
  const shares = (texts: string[]) => median(texts.map((text) => ownShare(text, content)))
  const body = ({ text }: Letter) => text.split('\n\n').slice(1, -1).join('\n\n')
  console.log(
    `  own share by the measure: as given ${shares(bare.map(body)).toFixed(2)}, with forty words ${shares(own.map(body)).toFixed(2)}, wholly rewritten ${shares(Array.from({ length: 60 }, () => `${fortyWords()} ${fortyWords()} ${fortyWords()} ${fortyWords()}`)).toFixed(2)}`,
  )
}

function template(): [string, string] {
  const { letter, asks } = firstCampaign.content
  const [subject] = letter.subjects
  const slots = [letter.openings, ...asks.map((ask) => ask.wordings), letter.requests, letter.closes]
  const text = slots.map(([first]) => first).join('\n\n')
  return [`${subject} ${fortyWords()} ${text}`, `${subject} ${fortyWords()} ${text}`]
}

function overlap(one: string, other: string): number {
  return diceOf(shinglesOf(one), shinglesOf(other))
}

function show({ subject, text }: Letter): void {
  console.log(`\n${'-'.repeat(72)}\n${subject}\n\n${text}\n`)
}
