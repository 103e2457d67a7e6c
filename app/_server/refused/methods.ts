import { findForm } from '@/app/_server/forms/table'
import { routeAt } from '@/app/_server/routes/kind'

const READ = ['GET', 'HEAD']

/** The methods that an address answers, as `Allow` names them: a page is read, and what has a form is posted to. */
export function methodsOf(pathname: string): string[] {
  const { methods } = routeAt(pathname).kind
  if (methods) return methods
  return findForm(pathname) ? [...READ, 'POST'] : READ
}
