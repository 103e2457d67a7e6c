import { button, paragraph } from '@/emails/_components/blocks'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

export type DirectoryTroubleProps = FooterProps & {
  kind: 'failed' | 'strange' | 'old'
  /** What is wrong, in whole sentences. */
  words: string
  directoryUrl: string
}

/** Tells an administrator that the MPs or the postcodes are not brought up to date as they should be. */
export function directoryTroubleEmail({ kind, words, directoryUrl, ...footer }: DirectoryTroubleProps): Notice {
  const { heading, todo } = texts[kind]
  return {
    kind: 'notice',
    subject: heading,
    preview: words,
    heading,
    blocks: [paragraph(words), paragraph(todo), button('Open the directory', directoryUrl)],
    because: `You get this e-mail because you are an administrator of ${footer.site}.`,
    footer: forTeam(footer),
  }
}

const texts: Record<DirectoryTroubleProps['kind'], { heading: string; todo: string }> = {
  failed: {
    heading: 'The MPs could not be brought up to date',
    todo: 'The MPs stay as they were, and it is tried again by itself. You hear of it again only after a sync has worked in between.',
  },
  old: {
    heading: 'The directory is out of date',
    todo: 'The page of the directory says when each was brought up to date, why a sync failed, and has the way to newer ones.',
  },
  strange: {
    heading: 'A seat has a strange name at the source',
    todo: 'Where its MP changes, bring the change in from a file, on the directory’s page.',
  },
}
