import type { CampaignContent } from '@/lib/content/content'
import { fillPlaceholders, type Placeholder } from '@/lib/content/placeholders'
import { say } from '@/lib/content/wordings/sentence'
import { manyLines } from '@/lib/kernel/text'
import type { OwnWords } from './originality/own-words'
import { letterKit, type Slot } from './wordings/letter-kit'
import { type Mark, SKELETONS } from './wordings/skeletons'
import type { Wording } from './wordings/wording'

type LetterParts = {
  wording: Wording
  /** The supporter's own words, as typed. */
  own: OwnWords
  /** As the directory shows it; `null` where the seat is vacant. */
  mpName: string | null
  constituency: string
  nation: string
}

/** A sentence that staff wrote, as this letter says it. */
type Written = { slot: Slot; ask: string; text: string }

/**
 * The letter's subject and body, with an empty line between paragraphs: what staff wrote in the places of its
 * skeleton, and the supporter's own words, each a paragraph: before the opening, after the asks that are argued, before
 * the request, which says where to send the answer. Salutation and sign-off are not part of it: they are put on at sending.
 */
export function composeLetter(content: CampaignContent, parts: LetterParts): { subject: string; body: string } {
  const { wording, own } = parts
  const values = {
    mp: parts.mpName ?? 'my Member of Parliament',
    constituency: inSentence(parts.constituency),
    nation: parts.nation,
  }
  const written = inWords(content, wording, values)
  const last = written.filter(({ slot }) => slot === 'ask' || slot === 'mention').at(-1)
  const paragraphs: string[] = ownParagraphs(own.opening)
  for (const marks of SKELETONS[wording.skeleton] ?? SKELETONS[0] ?? []) {
    let paragraph: string[] = []
    const end = () => {
      if (paragraph.length > 0) paragraphs.push(paragraph.join(' '))
      paragraph = []
    }
    for (const mark of marks) {
      const here = written.filter((one, at) => markOf(written, at) === mark && one.text !== '')
      if (mark === 'request' && own.request !== '') {
        end()
        paragraphs.push(...ownParagraphs(own.request))
      }
      paragraph.push(...here.map(({ text }) => text))
      if (own.ask === '' || !here.some((one) => one === last)) continue
      end()
      paragraphs.push(...ownParagraphs(own.ask))
    }
    end()
  }
  const subject = written.find(({ slot }) => slot === 'subject')?.text ?? ''
  return { subject, body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n') }
}

/** Where in a skeleton a sentence stands; `null` for the subject, and for what a mention holds. */
function markOf(written: Written[], at: number): Mark | null {
  const slot = written[at]?.slot
  if (slot === 'opening' || slot === 'following') return 'opening'
  if (slot === 'request' || slot === 'close' || slot === 'mention') return slot
  if (slot !== 'ask') return null
  return written.find((one) => one.slot === 'ask')?.ask === written[at]?.ask ? 'first' : 'second'
}

/** A letter's sentences, those that name other asks put into the sentence that does. */
function inWords(content: CampaignContent, { said }: Wording, values: Record<Placeholder, string>): Written[] {
  const { sentences } = letterKit(content)
  const all = said.flatMap(({ sentence, form }): Written[] => {
    const kept = sentences[sentence]
    return kept ? [{ slot: kept.slot, ask: kept.ask, text: fillPlaceholders(say(kept, form), values) }] : []
  })
  const others = all.filter(({ slot }) => slot === 'naming').map(({ text }) => text)
  return all
    .filter(({ slot }) => slot !== 'naming')
    .map((one) => ({ ...one, text: tidy(one.text.replace('{others}', () => inTurn(others))) }))
}

/** "press Turkey, to suspend aid and to support talks": after a "to". */
function inTurn(others: string[]): string {
  return new Intl.ListFormat('en-GB').format(others.map((other, at) => (at === 0 ? other : `to ${other}`)))
}

/** What the supporter typed, as paragraphs. Its punctuation, greetings and line breaks are theirs and stay. */
function ownParagraphs(typed: string): string[] {
  return manyLines(typed)
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
