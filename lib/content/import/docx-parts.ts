import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'

// Sixty thousand characters are about 1 MB of XML. More of it would hold up the process: 4 MB take 2.5 s.
const MOST_UNPACKED = 1.5 * 1024 * 1024
const MOST_ENTRIES = 2000

/** What a .docx says is in these; its pictures and fonts are never unpacked. */
const TEXTS = /^(?:\[Content_Types\]\.xml|(?:[\w-]+\/)?(?:_rels\/)?[\w.-]*\.(?:xml|rels))$/

const NO_DOCX = 'This is no .docx file: save the document as .docx, or paste its text'
const LOCKED = 'The document has a password: save it without one, or paste its text'
const DAMAGED = 'The document is damaged: save it again, or paste its text'
const TOO_LARGE = 'The document unpacks to more than is read here: paste its text'

/**
 * The texts of a .docx, by their paths inside it. What they unpack to is judged by what the zip says before any of it is
 * unpacked, and yauzl holds each to that. Throws an ExpectedFailure, in words for a form, for all that is no .docx.
 */
export async function docxParts(file: Uint8Array): Promise<Map<string, Buffer>> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0x504b) throw new ExpectedFailure(whyNoZip(bytes))
  try {
    const zip = await fromBufferPromise(bytes)
    return await unpacked(zip, await textsIn(zip))
  } catch (error) {
    throw error instanceof ExpectedFailure ? error : new ExpectedFailure(DAMAGED, { cause: error })
  }
}

/** Word's older files and locked ones are of one kind: the latter have a stream of this name. */
function whyNoZip(bytes: Buffer): string {
  const isOlder = bytes.length >= 4 && bytes.readUInt32BE(0) === 0xd0cf11e0
  return isOlder && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? LOCKED : NO_DOCX
}

async function textsIn(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new ExpectedFailure(TOO_LARGE)
  const texts: Entry[] = []
  let size = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new ExpectedFailure(LOCKED)
    if (!TEXTS.test(entry.fileName)) continue
    size += entry.uncompressedSize
    if (size > MOST_UNPACKED) throw new ExpectedFailure(TOO_LARGE)
    texts.push(entry)
  }
  if (!texts.some(({ fileName }) => fileName.startsWith('word/'))) throw new ExpectedFailure(NO_DOCX)
  return texts
}

async function unpacked(zip: ZipFile, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    const part = await buffer(await zip.openReadStreamPromise(entry))
    // No office program writes one; nothing that it declares is ever looked up.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(part.toString('utf8'))) throw new ExpectedFailure(DAMAGED)
    parts.set(entry.fileName, part)
  }
  return parts
}
