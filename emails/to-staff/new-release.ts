import { button, paragraph } from '@/emails/_components/blocks'
import { type FooterProps, forTeam } from '@/emails/_components/footer'
import type { Notice } from '@/emails/_components/message'

export type NewReleaseProps = FooterProps & {
  /** "NSPL November 2026". */
  name: string
  /** Why it could not be taken by itself; null where that was not tried. */
  trouble: string | null
  directoryUrl: string
}

/** Tells an administrator that a newer release of postcodes is there, or could not be taken. */
export function newReleaseEmail({ name, trouble, directoryUrl, ...footer }: NewReleaseProps): Notice {
  const heading = trouble === null ? `${name} is there` : `${name} could not be taken`
  return {
    kind: 'notice',
    subject: trouble === null ? `New postcodes: ${name}` : `New postcodes could not be taken: ${name}`,
    preview: trouble ?? 'It can be brought in by one press.',
    heading,
    blocks: [
      paragraph(
        trouble === null
          ? 'The Office for National Statistics has published a newer release of its postcodes than the one in use here. Until it is brought in, postcodes of new homes are asked of the public services.'
          : `The newer release of postcodes was to be taken by itself, and was not: ${trouble} The release before stays in use.`,
      ),
      button('Open the directory', `${directoryUrl}#postcodes`),
    ],
    because: `You get this e-mail because you are an administrator of ${footer.site}.`,
    footer: forTeam(footer),
  }
}
