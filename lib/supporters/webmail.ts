type Webmail = { name: string; href: string }

const OUTLOOK = { name: 'Outlook', href: () => 'https://outlook.live.com/mail/' }
const YAHOO = { name: 'Yahoo Mail', href: search('https://mail.yahoo.com/d/search/keyword=from%3A') }
const PROTON = { name: 'Proton Mail', href: () => 'https://mail.proton.me/u/0/all-mail' }
const ICLOUD = { name: 'iCloud Mail', href: () => 'https://www.icloud.com/mail/' }

/** The providers that most people in the United Kingdom have, each by the domains that it gives out. */
const providers: { domains: RegExp; name: string; href: (sender: string, email: string) => string }[] = [
  { domains: /^(gmail|googlemail)\.com$/, name: 'Gmail', href: gmail },
  { domains: /^(outlook|hotmail|live|msn)\.(com|co\.uk|ie|fr|de)$/, ...OUTLOOK },
  { domains: /^(yahoo|ymail|rocketmail)\.(com|co\.uk|ie)$/, ...YAHOO },
  { domains: /^(icloud|me|mac)\.com$/, ...ICLOUD },
  { domains: /^(proton\.me|protonmail\.com|pm\.me)$/, ...PROTON },
  { domains: /^(aol\.com|aol\.co\.uk)$/, name: 'AOL Mail', href: () => 'https://mail.aol.com/' },
  {
    domains: /^(btinternet\.com|bt\.com|talk21\.com|btopenworld\.com)$/,
    name: 'BT Email',
    href: () => 'https://www.bt.com/email',
  },
  { domains: /^sky\.com$/, name: 'Sky Yahoo Mail', href: () => 'https://mail.sky.com/' },
  { domains: /^(talktalk\.net|tiscali\.co\.uk)$/, name: 'TalkTalk Mail', href: () => 'https://mail.talktalk.co.uk/' },
  { domains: /^fastmail\.(com|fm)$/, name: 'Fastmail', href: () => 'https://app.fastmail.com/' },
  { domains: /^gmx\.(com|co\.uk)$/, name: 'GMX', href: () => 'https://www.gmx.com/' },
]

/**
 * Where the mailbox of an address is read in a browser, with a search for what we sent where the provider has one;
 * `null` where the domain is none of the big ones. `sender`: the address that we write from.
 */
export function webmailOf(email: string, sender: string): Webmail | null {
  const domain = email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
  const found = providers.find(({ domains }) => domains.test(domain))
  return found ? { name: found.name, href: found.href(sender, email.trim()) } : null
}

/** In all folders, the one for spam among them. */
function gmail(sender: string, email: string): string {
  const asked = encodeURIComponent(`from:${sender} in:anywhere newer_than:1d`)
  return `https://mail.google.com/mail/u/?authuser=${encodeURIComponent(email)}#search/${asked}`
}

function search(address: string): (sender: string) => string {
  return (sender) => address + encodeURIComponent(sender)
}
