import type { Person } from '@/lib/supporters/open-person'
import { SIGN_OFF, salutation } from '@/lib/writing/salutation'
import type { LetterText } from './sealed-text'

/** The letter with its salutation, sign-off and address: they are written at the moment of sending. */
export function sentLetter(
  person: Person,
  { address1, address2, town, abroad, ...text }: LetterText,
  mpName: string | null,
) {
  return {
    ...text,
    salutation: `${salutation(mpName)},`,
    signOff: SIGN_OFF,
    name: person.name,
    address: [address1, address2, town].filter(Boolean),
    postcode: person.postcode,
    abroad: abroad.split('\n').filter((line) => line.trim() !== ''),
    email: person.email,
  }
}
