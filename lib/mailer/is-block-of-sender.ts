const READ_MOST = 300

/**
 * What servers say where they will not have anything from us: an address or a domain of ours is on a list, or has no
 * good name, or the records of our domain do not prove us. Each has one bounded gap at most, so that it reads a text
 * once.
 */
const SAYS_SO: RegExp[] = [
  // The lists, and those who keep them.
  /spamhaus|spamcop|barracuda(?:central)?|uceprotect|abuseat|\bcbl\b|sorbs\.net|mailspike|invaluement|senderbase|sender ?score/,
  /\b(?:dnsbl|rbl|dnsrbl|black ?-?list(?:ed)?|block ?-?list(?:ed)?|deny ?-?list(?:ed)?)\b/,
  /\b(?:blocked|rejected|refused|denied) (?:by )?using\b|\blisted (?:at|in|on|by) (?:an? |the )?[\w-]{1,60}\.[a-z]/,
  // Microsoft's (5.7.5xx to 5.7.7xx), and those of RFC 7372: what our domain's records do not prove.
  /\b5\.7\.(?:5(?:0[19]|1[15])|6\d\d|7(?:08|50)|2[0-7])\b/,
  /\bs31[45]0\b|\bas\(?(?:843|844|900|922)\)?\b|\[?ts(?:s)?0[1-9]\]/,
  // The address from which we send, or its name.
  /\bbanned (?:sending )?(?:ip|host|sender|domain)|\bip (?:address )?(?:has been |is |was )?(?:banned|blocked|listed|rejected|refused)/,
  /\b(?:ip|client host|sending host|sending server|your (?:host|server|mta|mail server|network))\b[^;]{0,60}\b(?:blocked|listed|banned|blacklisted|blocklisted)\b/,
  /\b(?:blocked|banned|rejected|refused|listed)\b[^;]{0,40}\b(?:your|sending|source|client|connecting|sender) ?(?:ip|host|server|mta|domain|network)\b/,
  /\b(?:poor|bad|low|no|negative) (?:email |sender |sending |ip |domain )?reputation\b|\breputation (?:of|is|too|score)|\bdue to (?:its |the |your )?(?:ip |domain |sender )?reputation\b/,
  /\b(?:reverse dns|rdns|ptr record|reverse lookup)\b/,
  // The domain in From, where it is called unproven or unwanted as such.
  /\bunauthenticated (?:e-?mail|mail|sender|message)|\bdmarc\b|\bspf\b[^;]{0,30}\bfail|\bdkim\b[^;]{0,30}\bfail/,
  /\bsender(?:'s)? domain\b[^;]{0,30}\b(?:blocked|banned|listed|rejected)\b/,
]

/** What looks like it and is about one mailbox: who may write to it, or whom it will not have. */
const ABOUT_ONE_MAILBOX =
  /\b(?:by|of) (?:the |this )?(?:recipient|user|mailbox owner)\b(?!'s)|\b(?:recipient|user|mailbox) (?:has |have )?(?:blocked|rejected|banned|refused)|\b5\.7\.1[23]\d\b/

/**
 * Whether a mail server's words say that it will have nothing from our sender, whoever it is for (RFC 3463 3.8,
 * X.7.x; Microsoft's https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online).
 * That says nothing about the letter, nor about the mailbox.
 */
export function isSenderBlock(said: string | null): boolean {
  if (!said) return false
  const text = said.slice(0, READ_MOST).toLowerCase().replaceAll('’', "'")
  return !ABOUT_ONE_MAILBOX.test(text) && SAYS_SO.some((words) => words.test(text))
}
