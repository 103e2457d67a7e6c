/** What a browser says when it has made or signed nothing (Web Authentication, 5.1.3 and 5.1.4), as people can use it; `host` is where passkeys work. */
export function browserFault(name: string, host: string): string {
  switch (name) {
    case 'NotAllowedError':
    case 'AbortError':
      return 'Your browser was given no passkey: that was called off, or took too long. Try again.'
    case 'InvalidStateError':
      return 'There is a passkey for this account in that place already.'
    case 'SecurityError':
      return `Passkeys work at ${host} alone: open this page there.`
    case 'ConstraintError':
    case 'NotSupportedError':
      return 'That cannot hold such a passkey: it needs a finger, a face or a PIN. Choose another.'
    default:
      return 'Your browser could not do that. Try again, or take another way.'
  }
}
