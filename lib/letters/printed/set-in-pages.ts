/** One line to set: what is left free above it, and whether it is of the letter's end. */
type LineToSet = { above: number; isEnd: boolean }
type Sheet = { top: number; bottom: number; high: number; gap: number }
export type Place = { page: number; y: number }

/** So many lines of the letter stand on the page on which it ends: nobody's name lies alone on a sheet. */
export const WITH_END = 3

/**
 * Where each line stands, page by page, all in points: each is `high`, with `gap` below it. The end is not parted from
 * the last lines before it, unless together they fill more than a page.
 */
export function setInPages(lines: readonly LineToSet[], { top, bottom, high, gap }: Sheet): Place[] {
  const end = lines.findIndex(({ isEnd }) => isEnd)
  const kept = Math.max(0, end - WITH_END)
  const keptHeight = lines.slice(kept).reduce((sum, { above }) => sum + above + high + gap, -gap)
  const staysTogether = end !== -1 && keptHeight <= bottom - top
  let page = 1
  let y = top
  return lines.map(({ above }, at) => {
    const needed = at === kept && staysTogether ? keptHeight : above + high
    if (y + needed > bottom) {
      page += 1
      y = top
    } else {
      y += above
    }
    const place = { page, y }
    y += high + gap
    return place
  })
}
