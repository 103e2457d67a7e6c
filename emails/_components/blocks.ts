import { plainLine } from './plain'
import type { SentLetter } from './sent-letter'

/**
 * What a message is made of. Each message is written once, as blocks; block-html.tsx and notice-text.ts
 * print the same blocks, so that the two parts of an e-mail cannot part ways.
 */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'answers'; answers: readonly { label: string; url: string }[] }
  | { kind: 'address'; lines: string[] }
  | { kind: 'letter'; letter: SentLetter }

/** A heading inside the message. */
export function heading(text: string): Block {
  return { kind: 'heading', text: plainLine(text) }
}

/** A paragraph: one line, however long. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', text: plainLine(text) }
}

/** A list whose items can be read in any order. */
export function list(...items: string[]): Block {
  return { kind: 'list', items: items.map((item) => plainLine(item)) }
}

/** Names, places and times to find at a glance; a fact without a value is left out. */
export function facts(values: Record<string, string | null>): Block {
  const known = Object.entries(values).flatMap(([label, value]) => (value ? [{ label, value: plainLine(value) }] : []))
  return { kind: 'facts', facts: known }
}

/** The one thing to do, and one in a message: its address stands in full below it. */
export function button(label: string, url: string): Block {
  return { kind: 'button', label, url }
}

/** Something more that can be done or read. */
export function link(label: string, url: string): Block {
  return { kind: 'link', label, url }
}

/** Answers to a question, one of which is pressed. */
export function answers(choices: readonly { label: string; url: string }[]): Block {
  return { kind: 'answers', answers: choices }
}

/** An address to put on an envelope. */
export function address(...lines: string[]): Block {
  return { kind: 'address', lines: lines.map((line) => plainLine(line)) }
}

/** The supporter's letter, on its sheet. */
export function letterSheet(letter: SentLetter): Block {
  return { kind: 'letter', letter }
}
