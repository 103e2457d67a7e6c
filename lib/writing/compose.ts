import type { CampaignContent } from '@/lib/content/content'
import { fillPlaceholders } from '@/lib/content/placeholders'
import { manyLines } from '@/lib/kernel/text'
import type { Wording } from './wordings/choose-wording'

type LetterParts = {
  /** Ids of the asks that the supporter ticked; others are left out, in the order of the wording. */
  asks: string[]
  /** The supporter's own words, as typed; may be empty. */
  reason: string
  wording: Wording
  /** As the directory shows it; `null` where the seat is vacant. */
  mpName: string | null
  constituency: string
  nation: string
}

/**
 * The letter's subject and body: the supporter's own words, the opening, a paragraph for each ask,
 * the request and the close, with an empty line between paragraphs. Salutation and sign-off are not
 * part of it: they are put on at sending.
 */
export function composeLetter(content: CampaignContent, parts: LetterParts): { subject: string; body: string } {
  const { letter } = content
  const { wording, asks } = parts
  const inOrder = new Set([...wording.order, ...content.asks.map((ask) => ask.id)])
  const values = {
    mp: parts.mpName ?? 'my Member of Parliament',
    constituency: inSentence(parts.constituency),
    nation: parts.nation,
  }
  const staffWords = [
    at(letter.openings, wording.opening),
    ...[...inOrder].filter((id) => asks.includes(id)).map((id) => askWords(content, id, wording)),
    at(letter.requests, wording.request),
    at(letter.closes, wording.close),
  ]
  const paragraphs = [...ownParagraphs(parts.reason), ...staffWords.map((text) => tidy(fillPlaceholders(text, values)))]
  return {
    subject: tidy(fillPlaceholders(at(letter.subjects, wording.subject), values)),
    body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  }
}

/** What the supporter typed, as paragraphs. Its punctuation, greetings and line breaks are theirs and stay. */
function ownParagraphs(reason: string): string[] {
  return manyLines(reason)
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .join('\n'),
    )
}

/** Filling a placeholder may leave doubled spaces or marks: one of each is kept, and a capital opens. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .replace(/([,;:!?])\1+/g, '$1')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .trim()
    .replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}

/** "the Vale of Glamorgan": names of this shape take the article in a sentence. */
function inSentence(constituency: string): string {
  return /^(Cities|City|Forest|Vale|Weald) of /.test(constituency) ? `the ${constituency}` : constituency
}

function askWords(content: CampaignContent, id: string, wording: Wording): string {
  return at(content.asks.find((ask) => ask.id === id)?.wordings ?? [], wording.asks[id] ?? 0)
}

function at(texts: string[], place: number): string {
  return texts[place] ?? texts[0] ?? ''
}
