import { ByHttp } from '@/e2e/fixtures/by-http'
import { Mailbox } from '@/e2e/fixtures/mailbox'
import { makePerson } from '@/e2e/fixtures/person'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import type { CampaignContent } from '@/lib/content/content'
import { ownShare } from '@/lib/writing/originality/own-share'
import { fortyWords } from './forty-words'
import { median } from './median'
import { reportSeen, type Seen } from './seen-by-an-office'

const LETTERS = 60
const AT_ONCE = 4
/** Leeds North West. */
const POSTCODE = 'LS18 4EB'

/**
 * Sixty letters to one MP with forty own words each and sixty with none, from the postcode to the MP's mail, by HTTP
 * and without scripts; and what the measure of own words says of them.
 */
export async function lettersSent(content: CampaignContent): Promise<void> {
  const product = await startProduct({ settings: { LIMITS: 'off', MEMBERS_API_URL: 'off', POSTCODES_API_URL: 'off' } })
  try {
    const own = await sent(product.url, fortyWords)
    const bare = await sent(product.url, () => '')
    reportSeen('Sent, with forty own words each', own, {})
    reportSeen('Sent, with no own words', bare, {})
    const share = (texts: string[]) => median(texts.map((text) => ownShare(text, content))).toFixed(2)
    const rewritten = Array.from({ length: LETTERS }, () => Array.from({ length: 4 }, fortyWords).join(' '))
    const [given, forty] = [bare, own].map((letters) => share(letters.map(({ body }) => body)))
    console.log(
      `  own share by the measure: as given ${given}, with forty words ${forty}, wholly rewritten ${share(rewritten)}`,
    )
  } finally {
    await product.stop()
    removeDataDir(product.dataDir)
  }
}

async function sent(url: string, ownWords: () => string): Promise<Seen[]> {
  const mailbox = new Mailbox(url)
  return inTurns(LETTERS, async () => {
    const reason = ownWords()
    const person = { ...makePerson(), reason }
    await new ByHttp(url).sign(POSTCODE, person)
    const { subject, text } = await mailbox.waitFor({ replyTo: person.email })
    const [letter = ''] = text.split('\nYours sincerely,')
    const body = letter.split('\n\n').slice(1).join('\n\n').trim()
    return { subject, body, opening: reason }
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
