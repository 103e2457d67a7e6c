const SURNAME_TITLES = ['Mr', 'Mrs', 'Ms', 'Miss', 'Mx', 'Dr', 'Prof', 'Professor', 'Revd', 'Rev', 'Lord', 'Lady']
const FORENAME_TITLES = ['Sir', 'Dame']

/**
 * The greeting for an MP by the name that the directory shows: "Dear Mr Rand", "Dear Sir Iain",
 * "Dear Rachel Blake". A knight or dame is greeted by forename (Debrett's); where it cannot be told
 * how many words the surname has, the name is given whole. `null`, for a vacant seat, gives "Dear Member of Parliament".
 */
export function salutation(mpName: string | null): string {
  const name = (mpName ?? '').replace(/^(The )?(Rt\.? Hon\.?|Right Honourable) /i, '').replace(/ MP$/, '')
  const [title = '', ...names] = name.split(/\s+/).filter(Boolean)
  if (title === '') return 'Dear Member of Parliament'
  const bare = title.replace(/\.$/, '')
  if (FORENAME_TITLES.includes(bare) && names[0]) return `Dear ${bare} ${names[0]}`
  if (SURNAME_TITLES.includes(bare) && names.length > 0) return `Dear ${bare} ${surname(names)}`
  return `Dear ${[title, ...names].join(' ')}`
}

/** How every letter ends, above its writer's name. */
export const SIGN_OFF = 'Yours sincerely,'

/** "Rand" of Connor Rand, "van Mierlo" of Freddie van Mierlo; all of Tanmanjeet Singh Dhesi, where one cannot tell. */
function surname(names: string[]): string {
  const particle = names.findIndex((name, at) => at > 0 && /^\p{Ll}/u.test(name))
  if (particle > 0) return names.slice(particle).join(' ')
  return names.length === 2 ? (names[1] ?? '') : names.join(' ')
}

/** Whom a letter is addressed to, a line each: every MP's post goes to the House of Commons. */
export function addressee(mp: { name: string } | null, constituency: string): string[] {
  return [mp ? `${mp.name} MP` : `The Member of Parliament for ${constituency}`, 'House of Commons', 'London SW1A 0AA']
}
