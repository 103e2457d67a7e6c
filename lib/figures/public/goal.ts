const STEPS = [1, 2, 5]

/** The goal to show: the first one until it is passed, then the next round number of 1, 2, 5, 10, 20, 50 … */
export function goalShown(first: number, supporters: number): number {
  if (supporters < first) return first
  for (let power = 1; ; power *= 10) {
    const next = STEPS.map((step) => step * power).find((goal) => goal > supporters)
    if (next && next > first) return next
  }
}
