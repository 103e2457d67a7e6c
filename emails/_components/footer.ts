import { plainLine, plainText } from './plain'

/** Who runs the installation. A part that is not known is an empty text. */
export type Operator = { name: string; address: string; email: string }

/** What every message but the letter itself is given: `null` for the operator until one is named. */
export type FooterProps = { operator: Operator | null; privacyUrl: string }

/** The lines at the foot of a message: who stands behind it, the imprint, and where privacy is explained. */
export function footerLines(props: FooterProps): { text: string; url?: string }[] {
  return [
    ...operatorLines(props.operator).map((text) => ({ text })),
    { text: 'How your data is kept, and for how long:', url: props.privacyUrl },
  ]
}

function operatorLines(operator: Operator | null): string[] {
  const name = plainLine(operator?.name ?? '')
  if (!operator || name === '') {
    return ['This installation of Dear MP is being tried out: the organisation that runs it is not named yet.']
  }
  const email = plainLine(operator.email)
  const contact = email === '' ? '' : ` Privacy contact: ${email}`
  return [`Promoted by ${[name, ...addressParts(operator.address)].join(', ')}.`, `Run by ${name}.${contact}`]
}

function addressParts(address: string): string[] {
  return plainText(address)
    .split(/[\n,]/)
    .map((part) => plainLine(part))
    .filter((part) => part !== '')
}
