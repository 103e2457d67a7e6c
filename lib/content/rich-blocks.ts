/** A stretch of formatted text between empty lines; `plain` says why it is not read as Markdown. */
export type TypedBlock = { text: string; plain: 'long' | 'nested' | 'listed' | null }

/** A text of the content is shorter in all: twelve paragraphs of 1,200 characters. */
const TEXT_MOST = 20_000
const BLOCK_MOST = 1500
const POINTS_MOST = 50
const POINT = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/
// Points within points on one line; or by how far a point is indented.
const DEEP = /^[ \t]{0,8}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,8}){4}/
const FAR_IN = /^[ \t]{9}/

/**
 * Parts formatted text at its empty lines, in one pass. Readers of Markdown take time that grows with the square of what
 * stands in one paragraph, or worse: a block that is longer, or has more points or levels, than any text of ours is not
 * read by one, so that all the work grows with the number of blocks alone.
 */
export function typedBlocks(markdown: string): TypedBlock[] {
  const blocks: string[][] = [[]]
  for (const line of markdown.split(/\r\n?|\n/)) {
    if (line.trim() === '') blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  const isLong = markdown.length > TEXT_MOST
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => ({ text: lines.join('\n'), plain: isLong ? 'long' : whyPlain(lines) }))
}

/** What an editor is told of a block that is not read. */
export const PLAIN_WORDS: Record<Exclude<TypedBlock['plain'], null>, string> = {
  long: `it is too long to be formatted, so it would be shown as it is typed. A paragraph can have ${BLOCK_MOST.toLocaleString('en-GB')} characters, and the whole text ${TEXT_MOST.toLocaleString('en-GB')}: put an empty line between paragraphs.`,
  nested: 'a list within lists, three levels deep or more, would be shown as it is typed. Write it as one list.',
  listed: `a list of more than ${POINTS_MOST} points would be shown as it is typed. Put an empty line between some of them.`,
}

function whyPlain(lines: string[]): TypedBlock['plain'] {
  if (lines.reduce((length, line) => length + line.length + 1, 0) > BLOCK_MOST) return 'long'
  if (lines.some((line) => DEEP.test(line) || (FAR_IN.test(line) && POINT.test(line)))) return 'nested'
  return lines.filter((line) => POINT.test(line)).length > POINTS_MOST ? 'listed' : null
}
