import { addTo, type Beside, costOfEchoes, costOfMore, nothingBeside, type Sharing, takeFrom } from './beside'
import { wordsHeard } from './echoes'
import { type GivenBefore, HOLDERS_MOST } from './given-before'
import { formWords, type KitSentence, type KitWording, type LetterKit, LONG } from './letter-kit'
import { headIn, piecesIn, piecesOf, shared, tailIn, wholeIn } from './pieces-in-common'

/** A sentence in one form; `uses` is what it costs that the form was said before. */
export type Said = { sentence: KitSentence; form: number; words: number; uses: number }
/** A wording as it may be said, and what it shares with letters given before. */
export type Drawn = Sharing & { wording: KitWording; said: Said[]; words: number; uses: number }

/** What wordings are drawn from, and the letter that they are drawn beside. */
export type Drawing = {
  kit: LetterKit
  before: GivenBefore
  random: () => number
  beside: Beside
  /** By letter, with which of its sentences ended what it shares with the wording so far, and how long that end is. */
  ended: { at: Uint32Array; tail: Uint16Array; sentences: number }
}

/** Letters that an office still has in mind. */
const LATELY = 20
const SAID_LATELY = 30
/** What a sentence costs that was said once before; it grows with the square. */
const SAID_ONCE = 3
const SHORT = 0.25
/** Said so often, a long sentence is what an office finds by: once more costs so much that hardly anything outweighs it. */
const OFTEN = 6
const SAID_OFTEN = 100

export function newDrawing(kit: LetterKit, before: GivenBefore, random: () => number): Drawing {
  const count = before.letters + 1
  const ended = { at: new Uint32Array(count), tail: new Uint16Array(count), sentences: 0 }
  return { kit, before, random, beside: nothingBeside(before.letters), ended }
}

/**
 * Draws how a wording may be said: each sentence in a form that was said least often, and of some of these in the one
 * that shares least with any letter.
 */
export function drawWording(drawing: Drawing, wording: KitWording, tries: number): Drawn {
  return put(drawing, wording, inOrder(wording.sentences, drawing.random), (sentence) =>
    drawForm(drawing, { sentence, tries, fits: null, from: Math.floor(drawing.random() * sentence.forms) }),
  )
}

/** Draws anew how a wording is said, sentence by sentence, with no more and no fewer words than `fits` allows. */
export function drawAgain(
  drawing: Drawing,
  { wording, said, words }: Drawn,
  tries: number,
  fits: (words: number) => boolean,
): Drawn {
  let all = words
  const sentences = said.map(({ sentence }) => sentence)
  return put(drawing, wording, sentences, (sentence, at) => {
    const known = said[at] ?? sayAs(drawing, sentence, 0)
    const others = all - countedWords(known)
    const allowed = (own: number) => fits(others + countedWords({ sentence, words: own }))
    const one = drawForm(drawing, { sentence, tries, fits: allowed, from: known.form })
    all = others + countedWords(one)
    return one
  })
}

/** For each number of words that a wording can have, one way of saying it: the one that was said least. */
export function drawEveryLength(drawing: Drawing, wording: KitWording): Drawn[] {
  let ways = new Map<number, Said[]>([[0, []]])
  for (const sentence of wording.sentences) {
    const longer = new Map<number, Said[]>()
    for (const one of leastUsedOfEachLength(drawing, sentence)) {
      for (const [words, said] of ways) {
        const all = [...said, one]
        const kept = longer.get(words + countedWords(one))
        if (!kept || usesOf(all) < usesOf(kept)) longer.set(words + countedWords(one), all)
      }
    }
    ways = longer
  }
  return [...ways.values()].map((said) =>
    put(drawing, wording, wording.sentences, (sentence, at) => said[at] ?? sayAs(drawing, sentence, 0)),
  )
}

function leastUsedOfEachLength(drawing: Drawing, sentence: KitSentence): Said[] {
  const found = new Map<number, Said>()
  for (let form = 0; form < sentence.forms; form++) {
    const one = sayAs(drawing, sentence, form)
    const kept = found.get(countedWords(one))
    if (!kept || one.uses < kept.uses) found.set(countedWords(one), one)
  }
  return [...found.values()]
}

/** A wording with each of its sentences as `say` has it, which sees what those before it share. */
function put(
  drawing: Drawing,
  wording: KitWording,
  sentences: KitSentence[],
  say: (sentence: KitSentence, at: number) => Said,
): Drawn {
  const { ended, beside, before, random } = drawing
  const said: Said[] = []
  const shares: Sharing[] = []
  // Nothing ended with the sentence before a wording's first.
  ended.sentences += 2
  for (const [at, sentence] of sentences.entries()) {
    const one = say(sentence, at)
    const sharing = sharingOf(drawing, sentence, one.form)
    addTo(beside, sharing)
    said.push(one)
    shares.push(sharing)
  }
  for (const sharing of shares) takeFrom(beside, sharing)
  const words = said.reduce((sum, one) => sum + countedWords(one), 0)
  return { wording, said, words, uses: usesOf(said) + random(), ...together(shares, before.letters) }
}

function usesOf(said: Said[]): number {
  return said.reduce((sum, { uses }) => sum + uses, 0)
}

/** Words that a letter's body has of a sentence. */
export function countedWords({ sentence, words }: Pick<Said, 'sentence' | 'words'>): number {
  return sentence.slot === 'subject' ? 0 : words
}

/** A sentence in a form, with what that costs. */
export function sayAs({ kit, before }: Drawing, sentence: KitSentence, form: number): Said {
  const words = formWords(kit, sentence, form)
  const key = sentence.firstForm + form
  const last = before.lastUse[key] ?? 0
  const lately = last > 0 && before.letters - last < LATELY ? SAID_LATELY : 0
  const uses = before.uses[key] ?? 0
  const long = words >= LONG
  const weight = long || sentence.slot === 'subject' ? SAID_ONCE : SAID_ONCE * SHORT
  const often = long && uses >= OFTEN ? SAID_OFTEN : 0
  return { sentence, form, words, uses: words === 0 ? 0 : lately + often + weight * uses ** 2 }
}

/** A wording's sentences; one that moves changes places with the one before it every other time. */
function inOrder(sentences: KitSentence[], random: () => number): KitSentence[] {
  const order: KitSentence[] = []
  for (const sentence of sentences) order.splice(sentence.moves && random() < 0.5 ? -1 : order.length, 0, sentence)
  return order
}

type Forms = { sentence: KitSentence; tries: number; fits: ((words: number) => boolean) | null; from: number }

/** Of the forms that fit those that were said least often; of as many of these as are tried, the one that shares least. */
function drawForm(drawing: Drawing, { sentence, tries, fits, from }: Forms): Said {
  const { kit, before } = drawing
  const { forms, firstForm } = sentence
  const allowed = (form: number) => !fits || fits(formWords(kit, sentence, form))
  let least = Number.POSITIVE_INFINITY
  for (let form = 0; form < forms; form++) {
    const uses = before.uses[firstForm + form] ?? 0
    if (uses < least && allowed(form)) least = uses
  }
  let best = sayAs(drawing, sentence, from)
  let lowest = Number.POSITIVE_INFINITY
  let tried = 0
  for (let step = 0; step < forms && tried < tries; step++) {
    const form = (from + step) % forms
    if (before.uses[firstForm + form] !== least || !allowed(form)) continue
    tried++
    const one = sayAs(drawing, sentence, form)
    const cost = one.uses + costOf(drawing, sentence, form)
    if (cost >= lowest) continue
    best = one
    lowest = cost
  }
  return best
}

/** What a form costs beside the letter, for what it shares with others. */
function costOf({ kit, before, beside, ended }: Drawing, sentence: KitSentence, form: number): number {
  const { holders, sentenceUses } = before
  const first = sentence.at * HOLDERS_MOST
  const end = first + Math.min(HOLDERS_MOST, sentenceUses[sentence.at] ?? 0)
  let cost = costOfEchoes(beside, wordsHeard(kit, sentence, form))
  for (let place = first; place < end; place++) {
    const letter = holders.letters[place] ?? 0
    const both = shared(sentence, form, holders.forms[place] ?? 0)
    let pieces = piecesIn(both)
    if (ended.at[letter] === ended.sentences) pieces += piecesBetween(ended.tail[letter] ?? 0, headIn(both))
    if (pieces > 0) cost += costOfMore(beside.pieces[letter] ?? 0, pieces)
  }
  return cost
}

/** What a form shares with each letter that holds its sentence; notes how what they share ends. */
function sharingOf({ kit, before, ended }: Drawing, sentence: KitSentence, form: number): Sharing {
  const { holders, sentenceUses } = before
  const first = sentence.at * HOLDERS_MOST
  const count = Math.min(HOLDERS_MOST, sentenceUses[sentence.at] ?? 0)
  const letters = holders.letters.slice(first, first + count)
  const pieces = new Uint16Array(count)
  const now = ended.sentences + 1
  for (let at = 0; at < count; at++) {
    const letter = letters[at] ?? 0
    const both = shared(sentence, form, holders.forms[first + at] ?? 0)
    const follows = ended.at[letter] === ended.sentences
    const tail = follows ? (ended.tail[letter] ?? 0) : 0
    pieces[at] = piecesIn(both) + (follows ? piecesBetween(tail, headIn(both)) : 0)
    ended.at[letter] = now
    ended.tail[letter] = tailIn(both) + (wholeIn(both) ? tail : 0)
  }
  ended.sentences = now
  return { letters, pieces, heard: wordsHeard(kit, sentence, form) }
}

/** Pieces that begin in one stretch and end in the next, where two letters share both. */
function piecesBetween(tail: number, head: number): number {
  return piecesOf(tail + head) - piecesOf(tail) - piecesOf(head)
}

/** What several sentences share, by letter. */
function together(shares: Sharing[], count: number): Sharing {
  const [only] = shares
  if (only && shares.length === 1) return only
  const sums = new Uint16Array(count + 1)
  const found: number[] = []
  for (const { letters, pieces } of shares) {
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] ?? 0
      if (pieces[at] === 0) continue
      if (sums[letter] === 0) found.push(letter)
      sums[letter] = (sums[letter] ?? 0) + (pieces[at] ?? 0)
    }
  }
  return {
    letters: Uint32Array.from(found),
    pieces: Uint16Array.from(found, (letter) => sums[letter] ?? 0),
    heard: Uint16Array.from(new Set(shares.flatMap(({ heard }) => [...heard]))),
  }
}
