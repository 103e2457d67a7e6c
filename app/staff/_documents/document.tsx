import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A page of the documentation as it is written, which whoever writes the other side may copy whole. */
export async function Document({ name }: { name: 'api' | 'webhooks' }) {
  const text = await readFile(join(process.cwd(), 'docs', `${name}.md`), 'utf8')
  return (
    <pre className="max-w-[60rem] border-2 border-edge bg-desk px-4 py-3 text-note leading-snug whitespace-pre-wrap wrap-anywhere">
      {text}
    </pre>
  )
}
