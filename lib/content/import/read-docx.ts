import { convertToHtml } from 'mammoth'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { docxParts } from './docx-parts'

/** The largest .docx that is read, in bytes. */
export const DOCX_MOST = 5 * 1024 * 1024

/**
 * The text of a .docx as one would paste it: an empty line between paragraphs, a list's points with their marks. Nothing
 * is fetched that it refers to. Throws an ExpectedFailure, in words for a form, where it cannot be read.
 */
export async function readDocx(file: Uint8Array): Promise<string> {
  if (file.byteLength > DOCX_MOST) throw new ExpectedFailure('A document can have 5 MB at most: paste its text')
  const parts = await docxParts(file)
  const blocks: Block[] = []
  try {
    await convertToHtml(asInput(parts), {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      // Only its paragraphs are wanted: of an empty document no HTML is made, and no picture read.
      transformDocument: (document: Part) => {
        collect(document, blocks)
        return { type: 'document', children: [], notes: { resolve: () => undefined }, comments: [] }
      },
    })
  } catch (error) {
    throw new ExpectedFailure('The document could not be read: save it again as .docx, or paste its text', {
      cause: error,
    })
  }
  const text = joined(blocks)
  if (text === '') throw new ExpectedFailure('There is no text in the document: paste it')
  return text
}

/** Mammoth's own view of a zip in place of its bytes, so that only what was judged is ever unpacked. */
function asInput(parts: ReadonlyMap<string, Buffer>) {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: BufferEncoding) => {
      const part = parts.get(name) ?? Buffer.alloc(0)
      return encoding ? part.toString(encoding) : part
    },
  }
  return { arrayBuffer: new ArrayBuffer(0), file }
}

/** An element of a document as mammoth gives it. */
type Part = { type: string; value?: string; numbering?: unknown; children?: readonly Part[] }
type Block = { text: string; isPoint: boolean }

/** The paragraphs below an element, in their order, those of tables too. */
function collect(part: Part, blocks: Block[]): void {
  if (part.type === 'paragraph') blocks.push({ text: wordsOf(part).trim(), isPoint: Boolean(part.numbering) })
  else for (const child of part.children ?? []) collect(child, blocks)
}

function wordsOf({ type, value = '', children = [] }: Part): string {
  if (type === 'tab' || type === 'break') return ' '
  return type === 'text' ? value : children.map(wordsOf).join('')
}

function joined(blocks: readonly Block[]): string {
  let text = ''
  let before: Block | null = null
  for (const block of blocks.filter(({ text }) => text !== '')) {
    text += before ? (before.isPoint && block.isPoint ? '\n' : '\n\n') : ''
    text += block.isPoint ? `• ${block.text}` : block.text
    before = block
  }
  return text
}
