// State: one copy in a process.
import type { CampaignContent } from '@/lib/content/content'
import { readSentences, type Sentence, say } from '@/lib/content/wordings/sentence'
import { wordCount } from '@/lib/kernel/text'
import { type Manner, mannerOfVoice } from './manner'

export const SLOTS = ['subject', 'opening', 'following', 'ask', 'mention', 'naming', 'request', 'close'] as const
/** A place in the letter; `naming` is the half-sentence of an ask that a `mention` holds. */
export type Slot = (typeof SLOTS)[number]

/** A sentence of a campaign's wordings, numbered among all of them. */
export type KitSentence = Sentence & {
  at: number
  slot: Slot
  /** The ask that it argues or names, and its place among them; empty and -1 for none. */
  ask: string
  askAt: number
  /** The number of its first form among the forms of all sentences. */
  firstForm: number
}

/** A wording of a slot. It is worth using as often as its poorest sentence has forms: `room` is how many those are. */
export type KitWording = { room: number; sentences: KitSentence[] }

/** One hand: what it has for each slot. A slot that a voice leaves out holds the wordings of the first. */
export type KitVoice = {
  name: string
  /** How many letters its poorest slot is worth, where own words open them and where they do not. */
  room: { following: number; opening: number }
  manner: Manner
  slots: Record<Exclude<Slot, 'ask' | 'naming'>, KitWording[]>
  asks: Map<string, KitWording[]>
}

/** All that letters of a campaign are made of, each sentence and each of its forms with a number. */
export type LetterKit = {
  voices: KitVoice[]
  sentences: KitSentence[]
  namings: Map<string, KitWording>
  asks: string[]
  forms: number
  /** Of each sentence its first form, how many it has, and the place of the ask that it argues (-1 for none): to be counted by the ten thousand. */
  columns: { firstForm: Int32Array; forms: Int32Array; argues: Int8Array }
  /** Words of each form that was asked for; -1 for those that were not yet. */
  words: Int16Array
}

/** A sentence of so many words is nobody's common stock. */
export const LONG = 8
/** From so many forms on, other things limit how often a wording is worth using. */
const ROOM_MOST = 16

/** As many as are numbered; past them a sentence has its first form only, and past those none is read. */
const FORMS_IN_ALL = 60_000
const SENTENCES_IN_ALL = 4096

const kits = new WeakMap<CampaignContent, LetterKit>()

/** The kit of a content, made once. The numbers follow from the content alone, so every process has the same. */
export function letterKit(content: CampaignContent): LetterKit {
  const known = kits.get(content)
  if (known) return known
  const kit = makeKit(content)
  kits.set(content, kit)
  return kit
}

/** Words of a form of a sentence, a constituency's name counted as three; 0 where the form leaves the sentence out. */
export function formWords({ words }: LetterKit, sentence: KitSentence, form: number): number {
  const key = sentence.firstForm + form
  if ((words[key] ?? -1) < 0) words[key] = wordCount(say(sentence, form).replaceAll('{constituency}', 'one two three'))
  return words[key] ?? 0
}

/** Short sentences are common stock, and weigh little; one that can be left out has a form more for it. */
function roomOf(sentences: KitSentence[]): number {
  const long = sentences.filter((one) => wordCount(say(one, 0)) >= LONG || mostWords(one) >= LONG)
  return Math.max(1, Math.min(...(long.length > 0 ? long : sentences).map(({ forms }) => forms), ROOM_MOST))
}

function mostWords({ parts }: Sentence): number {
  const longest = parts.flatMap((part) => {
    const ways = [part].flat()
    const most = Math.max(...ways.map(wordCount))
    return ways.find((way) => wordCount(way) === most) ?? ''
  })
  return wordCount(longest.join(''))
}

function voiceOf(name: string, slots: KitVoice['slots'], asks: KitVoice['asks']): KitVoice {
  const inAll = (wordings: KitWording[]) =>
    wordings.reduce((sum, { room }) => sum + room, 0) || Number.POSITIVE_INFINITY
  const rest = Math.min(inAll(slots.request), inAll([...asks.values()].flat()))
  const room = { following: Math.min(inAll(slots.following), rest), opening: Math.min(inAll(slots.opening), rest) }
  return { name, room, manner: mannerOfVoice([...slots.opening, ...slots.request].flatMap(sourcesOf)), slots, asks }
}

function sourcesOf({ sentences }: KitWording): string[] {
  return sentences.map(({ source }) => source)
}

function makeKit(content: CampaignContent): LetterKit {
  const { letter, asks, voices } = content
  const kit: LetterKit = {
    voices: [],
    sentences: [],
    namings: new Map(),
    asks: asks.map(({ id }) => id),
    forms: 0,
    words: new Int16Array(),
    columns: { firstForm: new Int32Array(), forms: new Int32Array(), argues: new Int8Array() },
  }
  const read =
    (slot: Slot, ask = '') =>
    (text: string): KitWording => {
      const sentences = readSentences(text)
        .slice(0, SENTENCES_IN_ALL - kit.sentences.length)
        .map((sentence): KitSentence => {
          const forms = kit.forms + sentence.forms > FORMS_IN_ALL ? 1 : sentence.forms
          const numbered = {
            ...sentence,
            forms,
            at: kit.sentences.length,
            slot,
            ask,
            askAt: kit.asks.indexOf(ask),
            firstForm: kit.forms,
          }
          kit.sentences.push(numbered)
          kit.forms += forms
          return numbered
        })
      return { room: roomOf(sentences), sentences }
    }
  const first = voiceOf(
    letter.voice ?? '',
    {
      subject: letter.subjects.map(read('subject')),
      opening: letter.openings.map(read('opening')),
      following: (letter.followings ?? []).map(read('following')),
      mention: (letter.mentions ?? []).map(read('mention')),
      request: letter.requests.map(read('request')),
      close: letter.closes.map(read('close')),
    },
    new Map(asks.map(({ id, wordings }) => [id, wordings.map(read('ask', id))])),
  )
  kit.voices.push(first)
  for (const voice of voices) {
    const own = (slot: keyof KitVoice['slots'], texts: string[] | undefined) =>
      texts?.map(read(slot)) ?? first.slots[slot]
    const slots = {
      subject: own('subject', voice.subjects),
      opening: own('opening', voice.openings),
      following: own('following', voice.followings),
      mention: own('mention', voice.mentions),
      request: own('request', voice.requests),
      close: own('close', voice.closes),
    }
    const argued = asks.map(({ id }): [string, KitWording[]] => {
      return [id, voice.asks[id]?.map(read('ask', id)) ?? first.asks.get(id) ?? []]
    })
    kit.voices.push(voiceOf(voice.name, slots, new Map(argued)))
  }
  for (const { id, mention } of asks) if (mention) kit.namings.set(id, read('naming', id)(mention))
  kit.words = new Int16Array(kit.forms).fill(-1)
  kit.columns = {
    firstForm: Int32Array.from(kit.sentences, ({ firstForm }) => firstForm),
    forms: Int32Array.from(kit.sentences, ({ forms }) => forms),
    argues: Int8Array.from(kit.sentences, ({ slot, askAt }) => (slot === 'ask' ? askAt : -1)),
  }
  return kit
}
