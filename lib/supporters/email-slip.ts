import { run } from '@zootools/email-spell-checker'

const DOMAINS = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'hotmail.co.uk',
  'outlook.com',
  'outlook.co.uk',
  'live.com',
  'live.co.uk',
  'yahoo.com',
  'yahoo.co.uk',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'btinternet.com',
  'sky.com',
  'virginmedia.com',
  'ntlworld.com',
  'talktalk.net',
  'blueyonder.co.uk',
  'tiscali.co.uk',
  'msn.com',
  'proton.me',
  'protonmail.com',
  'fastmail.com',
  'nhs.net',
  'parliament.uk',
]
const TOP_LEVELS = [
  'co.uk',
  'org.uk',
  'ac.uk',
  'gov.uk',
  'me.uk',
  'uk',
  'com',
  'net',
  'org',
  'scot',
  'wales',
  'cymru',
  'ie',
  'eu',
  'info',
  'me',
  'io',
]

/** The address that was probably meant, where the domain looks like a slip of the keys; otherwise `null`. */
export function emailSlip(email: string): string | null {
  // The library throws at half a character.
  if (/\p{Cs}/u.test(email)) return null
  const suggestion = run({
    email: email.trim(),
    domains: DOMAINS,
    secondLevelDomains: [],
    topLevelDomains: TOP_LEVELS,
    domainThreshold: 2,
  })
  return suggestion && suggestion.full !== email.trim().toLowerCase() ? suggestion.full : null
}
