/** What the forms of a side of the site may send: so much is read of them, and so much goes back on to a page. */
export type FormLimits = {
  fields: number
  /** Times that one name may come; more are left out. */
  repeats: number
  /** Characters of one field, in UTF-16 units. */
  lengthOf: (name: string) => number
  /** Whether a longer field is cut, or the form refused. */
  longer: 'cut' | 'refuse'
}

// More than lib/kernel/typed-text.ts takes for the longest text of each kind: what is cut is always refused, at its field.
const LINE = 1000
const LONG = 30_000
const LONG_TEXTS = new Set(['body', 'reason', 'reason2', 'reason3', 'passkey'])

/** A letter's form has some thirty fields, and as many asks as a campaign can have. */
const PUBLIC: FormLimits = {
  fields: 200,
  repeats: 20,
  lengthOf: (name) => (LONG_TEXTS.has(name) ? LONG : LINE),
  longer: 'cut',
}
/** A part of a campaign with all the groups, asks and wordings that it can have; 2,000 held words in one field. */
const STAFF: FormLimits = { fields: 4000, repeats: 1000, lengthOf: () => 200_000, longer: 'refuse' }

const NAME = 200

/** The limits of the forms at an address. */
export function formLimits(pathname: string): FormLimits {
  return pathname.startsWith('/staff/') && !pathname.startsWith('/staff/sign-in') ? STAFF : PUBLIC
}

/**
 * A form within its limits, without the one character that no text in the database can have; `null` where it is refused.
 * A field that is cut is still too long for the form that it belongs to, which says so beside it.
 */
export function withinLimits(form: FormData, { repeats, lengthOf, longer }: FormLimits): FormData | null {
  const cut = new FormData()
  const times = new Map<string, number>()
  for (const [name, value] of form) {
    const before = times.get(name) ?? 0
    if (name.length > NAME || name.includes('\0') || before >= repeats) continue
    times.set(name, before + 1)
    if (typeof value !== 'string') {
      cut.append(name, value)
      continue
    }
    const most = lengthOf(name)
    if (value.length > most && longer === 'refuse') return null
    cut.append(name, value.slice(0, most).replaceAll('\0', ' '))
  }
  return cut
}
