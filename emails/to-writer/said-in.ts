import { type Block, paragraph } from '@/emails/_components/blocks'
import { mpTitle, plainLine, safeSubject } from '@/emails/_components/plain'
import { isGreetable } from '@/emails/_components/safe-name'
import {
  MAIL_PLACEHOLDERS,
  type MailPlaceholder,
  type OwnEmails,
  type WordedEmail,
  wordedEmails,
} from './worded-emails'

/** What an e-mail to a writer is given of the campaign's own words for it. */
export type WordsProps = { emails?: OwnEmails | undefined }

type Values = { mp?: string | null; name?: string } & Partial<Record<Exclude<MailPlaceholder, 'mp' | 'name'>, string>>

/**
 * One e-mail in the campaign's words, filled in, or in ours where it has none, or none that can be filled: a name that
 * could pass for a message is given to nobody. `subject` takes ours; `withClosing` puts the last words before the links at
 * the end.
 */
export function saidIn(which: WordedEmail, { emails }: WordsProps, values: Values) {
  const own = emails?.[which]
  const filled = (texts: readonly string[] | undefined) => {
    const all = texts?.map((text) => fill(text, values))
    return all?.every((text) => text !== null) ? all : undefined
  }
  const [subject] = filled(own?.subject ? [own.subject] : undefined) ?? []
  const closing = (filled(own?.closing) ?? []).map(paragraph)
  return {
    subject: (ours: string) => (subject === undefined ? ours : safeSubject(subject)),
    opening: (filled(own?.opening) ?? filled(wordedEmails[which].opening) ?? []).map(paragraph),
    withClosing: (blocks: Block[]): Block[] => {
      const links = blocks.length - 1 - blocks.findLastIndex(({ kind }) => kind !== 'link')
      return blocks.toSpliced(blocks.length - links, 0, ...closing)
    },
  }
}

/** `null` where something in it has no value. What the values hold is not read again. */
function fill(text: string, { mp, name, ...rest }: Values): string | null {
  const values: Record<string, string | undefined> = {
    ...rest,
    ...(mp !== undefined && { mp: mpTitle(mp) }),
    ...(name !== undefined && isGreetable(name) && { name }),
  }
  let isWhole = true
  const filled = text.replace(/\{([a-z ]+)\}/g, (match, placeholder: string, at: number) => {
    const value = values[placeholder]
    if (value === undefined) {
      if (Object.hasOwn(MAIL_PLACEHOLDERS, placeholder)) isWhole = false
      return match
    }
    return /(?:^|[.!?:] )$/.test(text.slice(0, at)) ? value.charAt(0).toUpperCase() + value.slice(1) : value
  })
  return isWhole ? plainLine(filled) : null
}
