/** The mark: the comma after "Dear MP", where the letter begins. Drawn in a box of 100 by 100. */
export const COMMA =
  'M51 8C34 8 23 20 23 35s11 26 26 26c3 0 6-.4 8.5-1.3C54 70 45 78.5 28 85.5L34.5 99C65 87.5 81 66 81 39.5 81 20 69 8 51 8Z'
