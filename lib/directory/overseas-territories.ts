/**
 * British overseas territories by their postcodes, where these are not of the shape of British ones (Gibraltar's are).
 * Bermuda's, two letters and two digits, are left out: what is half of another postcode looks the same.
 * Source: the territories' post offices; Universal Postal Union, addressing systems.
 */
const ONE_POSTCODE: Readonly<Record<string, string>> = {
  ASCN: 'Ascension Island',
  BBND: 'the British Indian Ocean Territory',
  BIQQ: 'the British Antarctic Territory',
  FIQQ: 'the Falkland Islands',
  PCRN: 'the Pitcairn Islands',
  SIQQ: 'South Georgia and the South Sandwich Islands',
  STHL: 'St Helena',
  TDCU: 'Tristan da Cunha',
  TKCA: 'the Turks and Caicos Islands',
}

const OTHERS = [
  { pattern: /^(AI)(2640)$/, territory: 'Anguilla', mark: '-' },
  { pattern: /^(KY[1-3])(\d{4})$/, territory: 'the Cayman Islands', mark: '-' },
  { pattern: /^(MSR)(\d{4})$/, territory: 'Montserrat', mark: ' ' },
  { pattern: /^(VG)(11[1-6]0)$/, territory: 'the British Virgin Islands', mark: '' },
]

/** The overseas territory that a postcode as typed, without spaces, is of, and the postcode as it is written there. */
export function territoryOf(text: string): { postcode: string; territory: string } | null {
  const compact = text.toUpperCase()
  const [letters, rest] = [compact.slice(0, 4), compact.slice(4)]
  const alone = Object.hasOwn(ONE_POSTCODE, letters) ? ONE_POSTCODE[letters] : undefined
  if (alone && ['1ZZ', 'IZZ', 'LZZ'].includes(rest)) return { postcode: `${letters} 1ZZ`, territory: alone }
  for (const { pattern, territory, mark } of OTHERS) {
    const [, outward, inward] = pattern.exec(compact) ?? []
    if (outward && inward) return { postcode: `${outward}${mark}${inward}`, territory }
  }
  return null
}
