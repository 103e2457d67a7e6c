import { forms } from './forms/table'

const READ = ['GET', 'HEAD']
/** The addresses of `app` whose route takes other methods than a page: each needs its line here. */
const OTHERS: [RegExp, string[]][] = [
  [/^\/(api\/mail-events|api\/renew|staff\/sign-out)$/, ['POST']],
  // Pages of other sites read it, and may ask first.
  [/^\/api\/campaigns\/[^/]+\/figures$/, [...READ, 'OPTIONS']],
]

/** The methods that an address answers, as `Allow` names them: a page is read, and what has a form is posted to. */
export function methodsOf(pathname: string): string[] {
  const other = OTHERS.find(([pattern]) => pattern.test(pathname))?.[1]
  if (other) return other
  return forms.some(([pattern]) => pattern.test(pathname)) ? [...READ, 'POST'] : READ
}
