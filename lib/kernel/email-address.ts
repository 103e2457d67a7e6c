import { oneLine } from './text'
import { typedText } from './typed-text'

// What browsers take for an e-mail (HTML Living Standard, 4.10.5.1.5), with a dot in the domain.
const LOCAL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/i
const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i
const TOP_LEVEL = /^[a-z][a-z0-9-]{1,62}$/i
const MOST = 254
// What nobody sees, and copying from a page or a message brings along: soft hyphens, joiners, marks of direction.
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

// As keyboards of East Asia write ASCII: each is so far behind its plain letter.
const FULL_WIDTH = /[\uff01-\uff5e]/g

type EmailFault = 'form' | 'dots' | 'letters'
type Where = {
  /** A domain without a dot is one as well, such as `localhost`. */
  dotless?: boolean
}

/** What to do about each of them. */
export const emailFaultWords: Record<EmailFault, string> = {
  form: 'Enter an e-mail address like name@example.org',
  dots: 'A dot is out of place in this e-mail address: none stands first, last, beside the @ or next to another dot',
  letters:
    'We can only write to e-mail addresses in the letters a to z, without accents, and no other script: enter another of yours',
}

/** The address in what was typed or pasted: `Name <address>`, `mailto:` and letters of full width too, without what nobody sees. */
export function emailIn(typed: string): string {
  const line = seen(typed).replace(/[,;]$/, '').trimEnd()
  const address = line.endsWith('>') ? line.slice(line.lastIndexOf('<') + 1, -1).trim() : line
  return /^mailto:/i.test(address) ? seen(decoded(address.slice('mailto:'.length).split('?', 1)[0] ?? '')) : address
}

/** What is wrong with an address, as {@link emailIn} gives it; `null` where mail services take it. */
export function emailFault(email: string, where: Where = {}): EmailFault | null {
  const plain = email.replace(/\P{ASCII}/gu, 'a')
  const dotted = plain
    .split('@')
    .map((part) => part.split('.').filter(Boolean).join('.'))
    .join('@')
  if (!isFormed(dotted, where)) return 'form'
  if (plain !== email) return 'letters'
  return dotted === email ? null : 'dots'
}

/** Whether a text is one e-mail address in a form that mail services take. */
export function isEmail(text: string): boolean {
  return emailFault(text) === null
}

/** An e-mail address as a person types it into a form; `missing` is said where there is none. */
export function typedEmail(missing: string, where: Where = {}) {
  return typedText(emailIn, MOST, `Your e-mail address can be at most ${MOST} characters`, missing).superRefine(
    (email, { addIssue }) => {
      const fault = emailFault(email, where)
      if (fault) addIssue(emailFaultWords[fault])
    },
  )
}

function isFormed(email: string, { dotless = false }: Where): boolean {
  const at = email.lastIndexOf('@')
  const labels = email.slice(at + 1).split('.')
  return (
    LOCAL.test(email.slice(0, Math.max(at, 0))) &&
    labels.every((label) => LABEL.test(label)) &&
    (labels.length > 1 ? TOP_LEVEL.test(labels.at(-1) ?? '') : dotless)
  )
}

function seen(text: string): string {
  const plain = text.replace(FULL_WIDTH, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  return oneLine(plain.replace(INVISIBLE, ''))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
