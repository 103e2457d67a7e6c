import { WORDINGS_MOST } from '@/lib/content/letter-limits'
import { manyLines, oneLine } from '@/lib/kernel/text'

/** Boxes that stand there for the wordings of a part that needs some, before any is written. */
const BOXES_AT_FIRST = 4
/** The end of a paragraph: of a line that ends otherwise, the next goes on with it. */
const ENDS = /[.?!…:;}]["”’)\]]*$/

/** What can be done with one box of several. */
export type BoxChange = 'add' | 'remove' | 'up' | 'down' | 'copy'

/** The wordings in what stands in some boxes, a paragraph each: an empty box is none, one of several paragraphs several. */
export function wordingsIn(boxes: readonly string[]): string[] {
  return boxes.flatMap(paragraphsIn)
}

/** The paragraphs of a text: what empty lines part, or each line where every one ends as a paragraph does. */
export function paragraphsIn(text: string): string[] {
  const clean = manyLines(text)
  const lines = clean.split('\n')
  const byLines = !clean.includes('\n\n') && lines.every((line) => ENDS.test(line))
  return (byLines ? lines : clean.split('\n\n')).map(oneLine).filter((paragraph) => paragraph !== '')
}

/** The boxes for some wordings: one more than there are, and a few to begin with where some are needed. */
export function boxesFor(wordings: readonly string[], { optional }: { optional: boolean }): string[] {
  const many = Math.min(WORDINGS_MOST, Math.max(wordings.length + 1, optional ? 1 : BOXES_AT_FIRST))
  return [...wordings, ...Array(Math.max(0, many - wordings.length)).fill('')]
}

/** The boxes after a change of the one at this place. */
export function changeBoxes<Box>(boxes: readonly Box[], what: BoxChange, at: number, fresh: (of?: Box) => Box): Box[] {
  const box = boxes[at]
  if (what === 'add') return boxes.length < WORDINGS_MOST ? [...boxes, fresh()] : [...boxes]
  if (box === undefined) return [...boxes]
  if (what === 'remove') return boxes.toSpliced(at, 1)
  if (what === 'copy') return boxes.length < WORDINGS_MOST ? boxes.toSpliced(at + 1, 0, fresh(box)) : [...boxes]
  const to = at + (what === 'up' ? -1 : 1)
  const other = boxes[to]
  return other === undefined ? [...boxes] : boxes.with(at, other).with(to, box)
}
