import type { CampaignContent } from '@/lib/content/content'
import { composeLetter } from './compose'
import { NO_OWN_WORDS } from './originality/own-words'
import type { SampleLetter, SamplePiece } from './sample-letter-type'
import { anyWording } from './wordings/any-wording'

/** No sentence has these signs, so that what is left open can be told from what staff wrote. */
const OPEN = /⟦(constituency|nation|\d)⟧/

/** A letter before anybody has written it, paragraph by paragraph, with a gap for each thing that is its writer's own. */
export function sampleLetter(content: CampaignContent): SampleLetter {
  const { prompts } = content
  const own = { ...NO_OWN_WORDS }
  for (const [at, { place }] of prompts.entries())
    own[place] = own[place] === '' ? `⟦${at}⟧` : `${own[place]}\n\n⟦${at}⟧`
  const { subject, body } = composeLetter(content, {
    own,
    wording: anyWording(content, 0, { asks: [], opens: own.opening !== '' }),
    mpName: null,
    constituency: '⟦constituency⟧',
    nation: '⟦nation⟧',
  })
  const pieces = (text: string) =>
    text.split(OPEN).map((piece, at) => (at % 2 === 0 ? piece : openedBy(piece, prompts)))
  return {
    subject: pieces(subject),
    paragraphs: body.split('\n\n').map((paragraph) => pieces(paragraph).filter((piece) => piece !== '')),
  }
}

function openedBy(sign: string, prompts: CampaignContent['prompts']): SamplePiece {
  if (sign === 'constituency' || sign === 'nation') return { place: sign }
  return { question: prompts[Number(sign)]?.question ?? '' }
}
