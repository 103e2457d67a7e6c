import { plainLine, plainText } from './plain'

/** Who runs the installation. A part that is not known is an empty text. */
export type Operator = { name: string; address: string; email: string }

/** What every message but the letter itself is given. */
export type FooterProps = {
  /** `null` until one is named. */
  operator: Operator | null
  /** What the installation calls itself: it stands at the head of every message. */
  site: string
  privacyUrl: string
  /** To the team itself: no material of a campaign, which the law wants an imprint on. */
  isForTeam?: true
}

/** The foot of a message within the team. */
export function forTeam(props: FooterProps): FooterProps {
  return { ...props, isForTeam: true }
}

/** The lines at the foot of a message: who stands behind it, the imprint, and where privacy is explained. */
export function footerLines(props: FooterProps): { text: string; url?: string }[] {
  return [
    ...operatorLines(props).map((text) => ({ text })),
    { text: 'How your data is kept, and for how long', url: props.privacyUrl },
  ]
}

function operatorLines({ operator, site, isForTeam }: FooterProps): string[] {
  const name = plainLine(operator?.name ?? '')
  if (!operator || name === '') {
    return [`${plainLine(site)} is being tried out: the organisation that runs it is not named yet.`]
  }
  const email = plainLine(operator.email)
  const contact = email === '' ? '' : ` Privacy contact: ${email}`
  if (isForTeam) return [`Run by ${name}.${contact}`]
  return [`Promoted by ${[name, ...addressParts(operator.address)].join(', ')}.`, `Run by ${name}.${contact}`]
}

function addressParts(address: string): string[] {
  return plainText(address)
    .split(/[\n,]/)
    .map((part) => plainLine(part))
    .filter((part) => part !== '')
}
