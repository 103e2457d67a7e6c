const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Which two of a sign's four bars rise (or fall), for each of six values. */
const PAIRS = ['0011', '0101', '0110', '1001', '1010', '1100']

export type PostalBar = 'ascender' | 'descender' | 'full' | 'tracker'

/** The bars that a sorting machine prints under an address: Royal Mail's four-state customer code, with its check sign. */
export function postalBars(code: string): PostalBar[] {
  const bars = [...(code + checkSign(code))].flatMap(signBars)
  return ['ascender', ...bars, 'full']
}

/** The sum of rows and the sum of columns, each from 1 to 6, of the signs' places in a square of six by six. */
export function checkSign(code: string): string {
  let row = 0
  let column = 0
  for (const sign of code) {
    row += Math.floor(SIGNS.indexOf(sign) / 6) + 1
    column += (SIGNS.indexOf(sign) % 6) + 1
  }
  return SIGNS.charAt(((row + 5) % 6) * 6 + ((column + 5) % 6))
}

function signBars(sign: string): PostalBar[] {
  const place = SIGNS.indexOf(sign)
  const up = PAIRS[Math.floor(place / 6)] ?? ''
  const down = PAIRS[place % 6] ?? ''
  return [0, 1, 2, 3].map((i) => {
    if (up[i] === '1') return down[i] === '1' ? 'full' : 'ascender'
    return down[i] === '1' ? 'descender' : 'tracker'
  })
}
