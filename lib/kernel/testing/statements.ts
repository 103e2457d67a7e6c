import type { Context } from '@/lib/kernel/context'

const ASKS = new Set<PropertyKey>(['select', 'insert', 'update', 'delete', 'execute', '$count'])

/** The kinds of statements that `work` asks the database for, one after another, in transactions as well. For tests only. */
export async function statementsOf<C extends Context>(ctx: C, work: (ctx: C) => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  await work({ ...ctx, db: noting(ctx.db, asked) })
  return asked
}

function noting(db: Context['db'], asked: string[]): Context['db'] {
  return new Proxy(db, {
    get(real, name) {
      if (name === 'transaction') {
        const within: typeof db.transaction = (work, config) =>
          real.transaction((tx) => work(noting(tx as unknown as typeof db, asked) as unknown as typeof tx), config)
        return within
      }
      if (ASKS.has(name)) asked.push(String(name))
      return Reflect.get(real, name)
    },
  })
}
