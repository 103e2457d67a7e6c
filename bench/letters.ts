import { type CampaignContent, campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { choosing } from './choosing'
import { fortyWords } from './forty-words'
import { lettersAsGiven, reportGiven } from './letters-as-given'
import { lettersSent } from './letters-sent'

const LETTERS = 200
const MANY = 1000
const SHOWN = 10
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
  const given = lettersAsGiven(content, LETTERS, {})
  if (options.includes('--show')) for (const letter of given.slice(0, SHOWN)) show(letter)
  reportGiven('No own words, asks as they come', given)
  reportGiven('Forty own words each', lettersAsGiven(content, LETTERS, {}, fortyWords))
  reportGiven('No own words, asks as they come', lettersAsGiven(content, MANY, {}))
  for (const { id, title } of content.asks) {
    reportGiven(`“${title}” alone`, lettersAsGiven(content, LETTERS, { asks: [id] }))
  }
  reportGiven('An afternoon’s campaign', lettersAsGiven(afternoonsCampaign(content), LETTERS, {}))
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
