/** What is open to the team at once after signing in. */
const HOME = '/staff'
const LONGEST = 500
const NOWHERE = 'http://staff.invalid'
/** Pages that only the team sees; the way in and the way out lead nowhere. */
const OURS = /^\/(?:staff|preview)(?:\/|$)/
const WAYS = /^\/staff\/sign-(?:in|out)(?:\/|$)/

/**
 * The page that somebody meant who had to sign in first, as a path of our own with its query; the home page where what
 * was asked for is no page of the team's. No address of another site, however it is spelled, comes through.
 */
export function pageAfterSignIn(asked: string): string {
  if (asked.length > LONGEST || !URL.canParse(asked, NOWHERE)) return HOME
  const { origin, pathname, search } = new URL(asked, NOWHERE)
  const isOurs = asked.startsWith('/') && origin === NOWHERE && OURS.test(pathname) && !WAYS.test(pathname)
  // Slashes in a row are a host to some who read it.
  return isOurs && !/[\\]|\/\//.test(pathname) ? pathname + search : HOME
}

/** The sign-in's address that leads on to this page. */
export function signInTo(asked: string): string {
  return `/staff/sign-in${afterQuery(asked, '?')}`
}

/** The page as a part of a query, after `?` or `&`; nothing for the home page. */
export function afterQuery(asked: string, before: '?' | '&'): string {
  const to = pageAfterSignIn(asked)
  return to === HOME ? '' : `${before}${new URLSearchParams({ to })}`
}
