import { isIP } from 'node:net'
import type { Env } from '@/lib/kernel/read-env'
import { isOwnAddress, isPublicAddress } from './public-address'

export const URL_MOST = 2000

/** Where to post; `isOwn`: to this machine itself, which is allowed where the installation is only tried out. */
export type Address = { url: URL; hostname: string; isOwn: boolean }

/**
 * Reads a webhook's address as typed. Only https to port 443 of a public name or address; while the installation itself
 * is on localhost also http, and any port, of localhost. Gives what is wrong otherwise.
 */
export function readAddress({ isOnLocalhost }: Pick<Env, 'isOnLocalhost'>, typed: string): Address | { fault: string } {
  if (typed.length > URL_MOST) return { fault: 'This can be at most 2,000 characters' }
  if (!URL.canParse(typed)) return { fault: 'Enter a whole address, such as https://example.org/hooks' }
  const url = new URL(typed)
  url.hash = ''
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const isOwn = isOnLocalhost && isHere(hostname)
  if (url.username || url.password) {
    return { fault: 'Leave the user name and the password out: the signature shows that a message is ours' }
  }
  if (url.protocol !== 'https:' && !(isOwn && url.protocol === 'http:')) {
    return { fault: 'The address has to start with https://' }
  }
  if (!isOwn && (isHere(hostname) || (isIP(hostname) !== 0 && !isPublicAddress(hostname)))) {
    return { fault: 'This address is in a private network: nothing is sent there' }
  }
  if (!isOwn && url.port !== '') return { fault: 'Leave the port out: messages go to port 443 alone' }
  return { url, hostname, isOwn }
}

/** What an IP address has to be for this address to lead there. */
export function allowedFor({ isOwn }: Pick<Address, 'isOwn'>): (address: string) => boolean {
  return isOwn ? isOwnAddress : isPublicAddress
}

function isHere(hostname: string): boolean {
  return /(^|\.)localhost\.?$/.test(hostname) || isOwnAddress(hostname)
}
