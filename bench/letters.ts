import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { lettersInTurn } from '@/lib/writing/lint/letters-in-turn'
import { choosing } from './choosing'
import { fortyWords } from './forty-words'
import { lettersSent } from './letters-sent'
import { AFTERNOON, FULL, reportSeen } from './seen-by-an-office'

const LETTERS = 200
const MANY = 1000
const SHOWN = 10
const CONSTITUENCY = 'Leeds North West'
/** What an afternoon's text has: so many voices, and so many wordings of each slot. */
const VOICES = 2
const WORDINGS = 4

/**
 * What one MP's office would see of the first campaign's letters as they are given, and of those of a campaign that
 * has an afternoon's share of its text; and what choosing takes. Nothing is started. `--show` prints some of the
 * letters, `--sent` sends letters through a product as well.
 */
export async function letters(options: string[]): Promise<void> {
  const content = campaignContent.parse(firstCampaign.content)
  const inTurn = (count: number, writers: Parameters<typeof lettersInTurn>[3], of = content) =>
    lettersInTurn(of, count, CONSTITUENCY, writers)
  const given = inTurn(LETTERS, {})
  if (options.includes('--show')) for (const letter of given.slice(0, SHOWN)) show(letter)
  reportSeen('No own words, asks as they come', given, FULL)
  reportSeen('Forty own words each', inTurn(LETTERS, { opening: fortyWords }), FULL)
  reportSeen('No own words, asks as they come', inTurn(MANY, {}), FULL)
  for (const { id, title } of content.asks) reportSeen(`“${title}” alone`, inTurn(LETTERS, { asks: [id] }), FULL)
  reportSeen('An afternoon’s campaign', inTurn(LETTERS, {}, afternoonsCampaign(content)), AFTERNOON)
  choosing(content)
  if (options.includes('--sent')) await lettersSent(content)
}

/** The first voices of a campaign, and of each of their slots the first wordings. */
function afternoonsCampaign(content: CampaignContent): CampaignContent {
  return campaignContent.parse({
    ...content,
    letter: fewOfEach(content.letter),
    voices: content.voices.slice(0, VOICES - 1).map((voice) => ({ ...fewOfEach(voice), asks: fewOfEach(voice.asks) })),
    asks: content.asks.map(fewOfEach),
  })
}

/** Every list cut to as many wordings; what is none stays. */
function fewOfEach(slots: object): object {
  return Object.fromEntries(
    Object.entries(slots).map(([slot, texts]) => [slot, Array.isArray(texts) ? texts.slice(0, WORDINGS) : texts]),
  )
}

function show({ subject, body }: { subject: string; body: string }): void {
  console.log(`\n${'-'.repeat(72)}\n${subject}\n\n${body}\n`)
}
