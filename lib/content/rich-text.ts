import type { Link, List, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { PLAIN_WORDS, type TypedBlock, typedBlocks } from './rich-blocks'

/** What formatted text can hold; everything else that Markdown knows appears as it was typed. */
export type RichBlock =
  | { kind: 'paragraph'; parts: RichPart[] }
  | { kind: 'list'; ordered: boolean; items: RichPart[][] }
export type RichPart =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; parts: RichPart[] }
  | { kind: 'link'; href: string; parts: RichPart[] }

const SAFE = /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i
// HTML, and what else could stand for another page's content, is text here: nothing of it is ever made markup.
const OFF = {
  disable: {
    null: [
      'htmlFlow',
      'htmlText',
      'headingAtx',
      'setextUnderline',
      'codeIndented',
      'codeFenced',
      'codeText',
      'blockQuote',
      'thematicBreak',
      'definition',
      'labelStartImage',
      'hardBreakEscape',
      'hardBreakTrailing',
    ],
  },
}

/**
 * Reads limited Markdown: paragraphs, emphasis, links and lists. Never throws, and never makes HTML. What is too long or
 * too deep to be read in time appears as it was typed.
 */
export function readRichText(markdown: string): RichBlock[] {
  const read: RichBlock[] = []
  for (const typed of typedBlocks(markdown)) {
    const [first, ...more] = typed.plain ? [asTyped(typed.text)] : parse(typed).flatMap(blockOf)
    const before = read.at(-1)
    // An empty line between two points ends no list.
    if (first?.kind === 'list' && before?.kind === 'list' && first.ordered === before.ordered) {
      before.items.push(...first.items)
    } else if (first) read.push(first)
    read.push(...more)
  }
  return read
}

/** The words of formatted text, without its marks: for e-mails, and for what machines read. */
export function plainOf(markdown: string): string {
  return readRichText(markdown)
    .map((block) =>
      block.kind === 'paragraph' ? wordsOf(block.parts) : block.items.map((item) => `• ${wordsOf(item)}`).join('\n'),
    )
    .join('\n\n')
}

/** What may not stand in formatted text, a sentence each: links that run something, and pages' own HTML. */
export function richTextFaults(markdown: string): string[] {
  const blocks = typedBlocks(markdown)
  const plain = new Set(blocks.map((block) => block.plain))
  const faults = [...plain].filter((why) => why !== null).map((why) => PLAIN_WORDS[why])
  for (const url of linksIn(blocks)) {
    if (!SAFE.test(url.trim()))
      faults.push(
        `the link to “${shortened(url)}” does not work here. A link starts with https://, http://, mailto: or tel:.`,
      )
  }
  if (/<\/?[a-z][^<>]*>/i.test(markdown) && !/^<(https?:|mailto:)[^>]*>$/i.test(markdown.trim()))
    faults.push('HTML is shown as it is typed. Use **bold**, *emphasis*, [words](https://…) and lists.')
  return faults
}

/** Where the links of formatted text lead that stay on this site, as typed. */
export function internalLinks(markdown: string): string[] {
  return linksIn(typedBlocks(markdown)).filter((url) => /^[/#]/.test(url))
}

function linksIn(blocks: TypedBlock[]): string[] {
  const found: string[] = []
  for (const block of blocks) {
    if (block.plain) continue
    walk(parse(block), (node) => {
      if (node.type === 'link') found.push(node.url)
    })
  }
  return found
}

function parse({ text }: TypedBlock): RootContent[] {
  return fromMarkdown(text, { extensions: [OFF] }).children
}

function asTyped(text: string): RichBlock {
  return { kind: 'paragraph', parts: [{ kind: 'text', text: text.replace(/\n/g, ' ') }] }
}

function blockOf(node: RootContent): RichBlock[] {
  if (node.type === 'paragraph') return [{ kind: 'paragraph', parts: node.children.flatMap(partOf) }]
  if (node.type === 'list') return [listOf(node)]
  return []
}

function listOf({ ordered, children }: List): RichBlock {
  return {
    kind: 'list',
    ordered: ordered ?? false,
    items: children.map((item) => item.children.flatMap((block) => blockOf(block)).flatMap(flat)),
  }
}

/** A list within a list is read on as part of its item. */
function flat(block: RichBlock): RichPart[] {
  return block.kind === 'paragraph'
    ? block.parts
    : block.items.flatMap((item) => [{ kind: 'text' as const, text: ' ' }, ...item])
}

function partOf(node: PhrasingContent): RichPart[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value.replace(/\n/g, ' ') }]
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, parts: node.children.flatMap(partOf) }]
    case 'link':
      return linkOf(node)
    default:
      return []
  }
}

function linkOf({ url, children }: Link): RichPart[] {
  const parts = children.flatMap(partOf)
  return SAFE.test(url.trim()) ? [{ kind: 'link', href: url.trim(), parts }] : parts
}

function wordsOf(parts: RichPart[]): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : wordsOf(part.parts))).join('')
}

function walk(nodes: Nodes[], visit: (node: Nodes) => void): void {
  for (const node of nodes) {
    visit(node)
    if ('children' in node) walk(node.children, visit)
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
