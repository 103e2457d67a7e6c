import { holdsLink } from '@/emails/_components/safe-name'
import { writtenTypedPostcode } from '@/lib/directory/typed-postcode'
import { emailIn, isEmail } from '@/lib/kernel/email-address'
import { lengthOf, oneLine } from '@/lib/kernel/text'

/** What a link from a mailing fills in; empty where it says nothing, or nothing sound. */
export type FilledIn = { name: string; email: string; postcode: string }

/** As many characters of a fragment, and of each value, are read at all. */
const FRAGMENT_MOST = 2000
const VALUE_MOST = 300
const NAME_MOST = 100
const EMAIL_MOST = 254
/** What mail tools leave where they had nothing to put: `{{name}}`, `*|FNAME|*`, `%%First%%`, `[name]`. */
const NOT_MERGED = /[{}[\]|<>*%$]/

/** Reads `#name=…&email=…&postcode=…`, the fragment of an address; {@link filledIn} says what is kept of it. */
export function inFragment(hash: string): FilledIn {
  const fields = new URLSearchParams(hash.slice(0, FRAGMENT_MOST).replace(/^#/, ''))
  return filledIn({ name: fields.get('name'), email: fields.get('email'), postcode: fields.get('postcode') })
}

/** What is sound of the values of a link, cleaned: each stands in a field of its own, and whoever follows it sees them. */
export function filledIn(given: Record<keyof FilledIn, string | null | undefined>): FilledIn {
  return {
    name: soundName(short(given.name)),
    email: soundEmail(short(given.email)),
    postcode: writtenTypedPostcode(short(given.postcode)),
  }
}

function short(value: string | null | undefined): string {
  return value && value.length <= VALUE_MOST ? value : ''
}

function soundName(typed: string): string {
  const name = oneLine(typed)
  const isSound = lengthOf(name) <= NAME_MOST && /\p{L}/u.test(name) && !NOT_MERGED.test(name) && !holdsLink(name)
  return isSound ? name : ''
}

/** A "+" that was not encoded has come as a blank, which no address has. */
function soundEmail(typed: string): string {
  const read = [typed, typed.trim().replaceAll(' ', '+')].map(emailIn)
  return read.find((email) => email.length <= EMAIL_MOST && isEmail(email)) ?? ''
}
