import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the embedded database of a `DATA_DIR` answers, while it runs. */
export async function embeddedUrl(dataDir: string): Promise<string> {
  const note = async (name: string) => (await readFile(join(dataDir, 'postgres', name), 'utf8')).trim()
  return `postgres://dear_mp:${await note('password')}@127.0.0.1:${await note('port')}/dear_mp`
}
