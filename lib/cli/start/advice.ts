import type { Env } from '@/lib/kernel/read-env'

type Given = Pick<Env, 'databaseUrl' | 'host' | 'isOnLocalhost' | 'port'>

/** What whoever starts a public installation is told of its settings, a line each; nothing on this machine alone. */
export function adviceFor({ databaseUrl, host, isOnLocalhost, port }: Given): string[] {
  if (isOnLocalhost) return []
  return [
    host === null
      ? `Listens on this machine alone, at port ${port}, for a proxy on it. HOST=0.0.0.0 lets other machines in.`
      : '',
    databaseUrl === null
      ? 'The database is the one that comes with this product, under DATA_DIR: for one machine, and without a copy of its own. Back it up every night (npm run backup); for more than one machine set DATABASE_URL.'
      : '',
  ].filter(Boolean)
}
