import { defineConfig } from 'drizzle-kit'

const url = process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL

/** `npm run db:generate` needs no database; `npm run db:studio` that of the address in the environment. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  ...(url && { dbCredentials: { url } }),
})
