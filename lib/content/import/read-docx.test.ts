import { expect, test } from 'vitest'
import { zipOf } from '@/lib/directory/postcodes/testing'
import { readDocx } from './read-docx'
import { readRelease } from './read-release'
import { docxOf } from './testing'

const POINT =
  '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">$</w:t></w:r>'
const point = (text: string) => `<w:p>${POINT.replace('$', text)}</w:p>`
const paragraph = (...runs: string[]) => `<w:p>${runs.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`

test('a document reads as the same text pasted: paragraphs, lists with their marks, tables, and no picture', async () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph('One in twenty.')}</w:tc></w:tr></w:tbl>`
  const picture =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  const text = await readDocx(
    await docxOf(
      [
        paragraph('Libraries ', 'at risk'),
        paragraph('4 March 2026'),
        '<w:p/>',
        picture,
        '<w:p><w:r><w:t>Many have</w:t><w:br/><w:t>closed &amp; stay so.</w:t></w:r><w:del><w:r><w:delText>Not this.</w:delText></w:r></w:del></w:p>',
        table,
        paragraph('We urge ministers:'),
        point('to fund them;'),
        point('to open them.'),
      ].join(''),
      {
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:1/x.png" TargetMode="External"/></Relationships>',
      },
    ),
  )
  expect(text).toBe(
    'Libraries at risk\n\n4 March 2026\n\nMany have closed & stay so.\n\nOne in twenty.\n\nWe urge ministers:\n\n• to fund them;\n• to open them.',
  )
  expect(readRelease(text)).toEqual({
    title: 'Libraries at risk',
    date: '2026-03-04',
    story: ['Many have closed & stay so.', 'One in twenty.'],
    concerns: [],
    asks: ['Fund them.', 'Open them.'],
  })
})

const OLDER = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const deep = `${'<w:ins>'.repeat(60_000)}${'</w:ins>'.repeat(60_000)}`
const external =
  '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'

const odd: [string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
  ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n'), /^This is no \.docx file/],
  ['nothing', () => new Uint8Array(), /^This is no \.docx file/],
  [
    'a file of an older Word',
    () => Buffer.concat([OLDER, Buffer.from('WordDocument', 'utf16le')]),
    /^This is no \.docx/,
  ],
  ['one with a password', () => Buffer.concat([OLDER, Buffer.from('EncryptedPackage', 'utf16le')]), /has a password/],
  [
    'a spreadsheet',
    () => zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<a/>' }),
    /^This is no \.docx/,
  ],
  ['a zip that is cut', async () => (await docxOf(paragraph('Hello'))).subarray(0, 300), /^The document is damaged/],
  ['a bomb that says what it is', () => docxOf(' '.repeat(40_000_000)), /unpacks to more/],
  ['a bomb that lies', async () => lying(await docxOf(' '.repeat(2_000_000))), /^The document is damaged/],
  [
    'many files',
    () => zipOf(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`word/${at}.xml`, '']))),
    /unpacks to more/,
  ],
  ['a locked entry', async () => locked(await docxOf(paragraph('Hello'))), /has a password/],
  ['an entity', () => zipOf({ 'word/document.xml': external }), /^The document is damaged/],
  ['no XML', () => zipOf({ 'word/document.xml': 'Hello' }), /could not be read/],
  ['one that is nested without end', () => docxOf(deep), /could not be read|no text/],
  ['an empty one', () => docxOf('<w:p/>'), /There is no text/],
  ['a large one', () => new Uint8Array(5 * 1024 * 1024 + 1), /5 MB at most/],
]

test.each(odd)('%s is refused in one line', async (_what, made, says) => {
  const read = readDocx(await made())
  await expect(read).rejects.toThrow(says)
  await expect(read).rejects.toHaveProperty('name', 'ExpectedFailure')
})

test('pictures count for nothing, whatever they would unpack to', async () => {
  const file = await docxOf(paragraph('Hello'), { 'word/media/image1.png': ' '.repeat(20_000_000) })
  expect(await readDocx(file)).toBe('Hello')
})

/** The same zip, whose directory says of its largest file that it is small. */
function lying(zip: Uint8Array): Uint8Array {
  return inDirectory(zip, (entry) => {
    if (entry.readUInt32LE(24) > 1_900_000) entry.writeUInt32LE(1000, 24)
  })
}

function locked(zip: Uint8Array): Uint8Array {
  return inDirectory(zip, (entry) => entry.writeUInt16LE(entry.readUInt16LE(8) | 1, 8))
}

function inDirectory(zip: Uint8Array, change: (entry: Buffer) => void): Uint8Array {
  const bytes = Buffer.from(zip)
  const mark = Buffer.from('PK\x01\x02')
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) change(bytes.subarray(at))
  return bytes
}
