/** A postcode is near another seat where a live postcode of that seat is as near as this, in decimetres: 100 m. */
const NEAR = 1000
const CELL = NEAR
// A row of cells is longer than any plane is wide, so that the cells of two rows do not touch at their ends.
const CELLS_IN_ROW = 16_384
const FIRST = 2 ** 17
const MOST = 2 ** 22
/** More in one cell are no homes but a position given to what has none; the fullest of a release has some hundreds. */
const MOST_IN_CELL = 5000
/** In place of a seat's number, which has 16 bits. */
const SEVERAL = 65_536

/** The positions of live postcodes, in 18 bytes each. */
export class Positions {
  #count = 0
  #places = new Float64Array(FIRST)
  #xs = new Int32Array(FIRST)
  #ys = new Int32Array(FIRST)
  #seats = new Uint16Array(FIRST)

  get size(): number {
    return this.#count
  }

  /** `place` is any number that tells postcodes apart, `seat` one that tells seats apart; `x` and `y` are decimetres. */
  add(place: number, seat: number, x: number, y: number): void {
    if (this.#count === MOST) return
    if (this.#count === this.#places.length) this.#grow()
    this.#places[this.#count] = place
    this.#seats[this.#count] = seat
    this.#xs[this.#count] = x
    this.#ys[this.#count] = y
    this.#count += 1
  }

  /** Tells of every postcode and other seat that has a postcode within 100 m of it, some of them again. */
  eachNear(tell: (place: number, seat: number) => void): void {
    const sorted = this.#byCell()
    const { keys, from, to } = cellsOf(sorted)
    const seats = keys.map((_, cell) => this.#onlySeat(sorted.subarray(from[cell], to[cell])))
    const compare = (one: number, other: number) => {
      if (seats[one] === seats[other] && seats[one] !== SEVERAL) return
      this.#compare(sorted.subarray(from[one], to[one]), sorted.subarray(from[other], to[other]), tell)
    }
    let above = 0
    for (const [cell, key] of keys.entries()) {
      compare(cell, cell)
      if (keys[cell + 1] === key + 1) compare(cell, cell + 1)
      while (above < keys.length && (keys[above] ?? 0) < key + CELLS_IN_ROW - 1) above += 1
      for (let next = above; next < keys.length && (keys[next] ?? 0) <= key + CELLS_IN_ROW + 1; next += 1) {
        compare(cell, next)
      }
    }
  }

  #compare(ones: Float64Array, others: Float64Array, tell: (place: number, seat: number) => void): void {
    for (const one of ones) {
      for (const other of others) {
        const [a, b] = [one % MOST, other % MOST]
        const [seatA, seatB] = [this.#seats[a] ?? 0, this.#seats[b] ?? 0]
        if (seatA === seatB) continue
        const [dx, dy] = [(this.#xs[a] ?? 0) - (this.#xs[b] ?? 0), (this.#ys[a] ?? 0) - (this.#ys[b] ?? 0)]
        if (dx * dx + dy * dy > NEAR * NEAR) continue
        tell(this.#places[a] ?? 0, seatB)
        tell(this.#places[b] ?? 0, seatA)
      }
    }
  }

  #onlySeat(cell: Float64Array): number {
    const seat = this.#seats[(cell[0] ?? 0) % MOST] ?? 0
    return cell.every((one) => this.#seats[one % MOST] === seat) ? seat : SEVERAL
  }

  /** Each cell's number and, in its lowest 22 bits, which position it is of: whole numbers below 2 to the power of 53. */
  #byCell(): Float64Array {
    const sorted = new Float64Array(this.#count)
    for (let i = 0; i < this.#count; i += 1) {
      const [column, row] = [Math.floor((this.#xs[i] ?? 0) / CELL), Math.floor((this.#ys[i] ?? 0) / CELL)]
      sorted[i] = (row * CELLS_IN_ROW + column) * MOST + i
    }
    return sorted.sort()
  }

  #grow(): void {
    const length = this.#places.length * 2
    this.#places = grown(this.#places, new Float64Array(length))
    this.#xs = grown(this.#xs, new Int32Array(length))
    this.#ys = grown(this.#ys, new Int32Array(length))
    this.#seats = grown(this.#seats, new Uint16Array(length))
  }
}

type Cells = { keys: Uint32Array; from: Uint32Array; to: Uint32Array }

function cellsOf(sorted: Float64Array): Cells {
  const keyAt = (at: number) => Math.floor((sorted[at] ?? 0) / MOST)
  let count = 0
  for (let at = 0; at < sorted.length; at += 1) if (at === 0 || keyAt(at) !== keyAt(at - 1)) count += 1
  const cells = { keys: new Uint32Array(count), from: new Uint32Array(count), to: new Uint32Array(count) }
  let cell = 0
  for (let from = 0; from < sorted.length; cell += 1) {
    const key = keyAt(from)
    let end = from + 1
    while (end < sorted.length && keyAt(end) === key) end += 1
    cells.keys[cell] = key
    cells.from[cell] = from
    cells.to[cell] = end - from > MOST_IN_CELL ? from : end
    from = end
  }
  return cells
}

function grown<T extends Float64Array | Int32Array | Uint16Array>(old: T, next: T): T {
  next.set(old)
  return next
}
