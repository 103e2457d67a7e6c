/** A hexagon's place in rows that are set off by a half, as HexJSON calls it "odd-r": row 0 is the lowest. */
export type Cell = { q: number; r: number }

const ROW = Math.sqrt(3) / 2

/** Where a hexagon's middle is; one unit is the distance between two middles. */
export function middleOf({ q, r }: Cell): { x: number; y: number } {
  return { x: q + (r & 1 ? 0.5 : 0), y: r * ROW }
}

/** The hexagon around a point. */
export function cellNear(x: number, y: number): Cell {
  const r = Math.round(y / ROW)
  return { q: Math.round(x - (r & 1 ? 0.5 : 0)), r }
}

/** The six hexagons around one. */
export function around({ q, r }: Cell): Cell[] {
  const off = r & 1
  return [
    { q: q - 1, r },
    { q: q + 1, r },
    { q: q - 1 + off, r: r - 1 },
    { q: q + off, r: r - 1 },
    { q: q - 1 + off, r: r + 1 },
    { q: q + off, r: r + 1 },
  ]
}

/** How many steps from one hexagon to another; neighbours are one apart. */
export function steps(a: Cell, b: Cell): number {
  const column = ({ q, r }: Cell) => q - (r - (r & 1)) / 2
  const across = column(a) - column(b)
  const up = a.r - b.r
  return (Math.abs(across) + Math.abs(up) + Math.abs(across + up)) / 2
}

export function keyOf({ q, r }: Cell): string {
  return `${q},${r}`
}
