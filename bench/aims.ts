/** What a figure is to be: `least` and `most` are still well, `under` is not. */
export type Aim = { least?: number; most?: number; under?: number }
/** A figure as it is printed, with its aim; none where it is told for its own sake. */
export type Figure = { what: string; figure: number; aim: Aim | undefined; digits?: number; more?: string }

/** Prints each figure beside its aim, and at the end in one line whether all hold. */
export function printFigures(figures: Figure[]): void {
  const missed = figures.filter(({ figure, aim }) => aim && !holds(figure, aim))
  for (const { what, figure, aim, digits = 0, more = '' } of figures) {
    console.log(`    ${what}: ${figure.toFixed(digits)}${aim ? ` (${inWords(aim)})` : ''}${more}`)
  }
  const count = figures.filter(({ aim }) => aim).length
  if (missed.length === 0) console.log(`    => all ${count} aims hold`)
  else console.log(`    => ${missed.length} of ${count} aims MISSED: ${missed.map(({ what }) => what).join('; ')}`)
}

function holds(figure: number, { least, most, under }: Aim): boolean {
  return figure >= (least ?? -Infinity) && figure <= (most ?? Infinity) && figure < (under ?? Infinity)
}

function inWords({ least, most, under }: Aim): string {
  if (least !== undefined) return `aim: at least ${least}`
  return most === undefined ? `aim: under ${under}` : `aim: at most ${most}`
}
