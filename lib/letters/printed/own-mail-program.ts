import type { sentLetter } from '@/lib/letters/sent-letter'

/** What common e-mail programs take of an address to open, Windows handing over 2,083 characters at most. */
const MAILTO_MOST = 2000

/** The letter as one writes it into a program of one's own: with address, since MPs answer only constituents. */
export function ownMailText(written: ReturnType<typeof sentLetter>): string {
  const { salutation, body, signOff, name, address, postcode } = written
  return [salutation, body, signOff, [name, ...address, postcode].join('\n')].join('\n\n')
}

/** An address that opens one's own e-mail program with the letter in it; `null` where it is too long for that. */
export function mailtoOf(to: string, written: ReturnType<typeof sentLetter>): string | null {
  // Line ends are CR LF in a mailto (RFC 6068, section 5).
  const body = encodeURIComponent(ownMailText(written).replace(/\n/g, '\r\n'))
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(written.subject)}&body=${body}`
  return address.length <= MAILTO_MOST ? address : null
}
