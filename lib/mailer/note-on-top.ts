import { escaped } from '@/lib/kernel/escape-html'

/** The two parts of an e-mail with a line of ours above everything else. */
export function withNote({ text, html }: { text: string; html: string }, note: string): { text: string; html: string } {
  return {
    text: `${note}\n\n${text}`,
    html: html.replace(/<body[^<>]*>/, (body) => `${body}<p>${escaped(note)}</p>`),
  }
}
