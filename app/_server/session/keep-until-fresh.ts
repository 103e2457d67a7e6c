import { currentExchange } from '@/app/_server/exchange'
import { contextFor } from '@/lib/mailer/process-context'
import { keepForm } from '@/lib/staff/fresh/kept-form'
import type { Session } from '@/lib/staff/sign-in/sessions'

const PAGE = '/staff/confirm'

/** Keeps a form that was sent until its sender has proven who they are; gives the page where they do. */
export async function keepUntilFresh({ member }: Session, sent: FormData, path: string): Promise<string> {
  const fields = [...sent].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const kept = await keepForm(contextFor({ kind: 'system' }), member.id, { path, fields })
  return backTo({ kept: kept ?? '', to: path })
}

/** That page, with what waits there. */
export function backTo({ kept, to }: { kept: string; to: string }): string {
  return `${PAGE}?${new URLSearchParams(kept ? { kept } : { to })}`
}

/** The page where whoever asks proves who they are, and which leads on to what they asked for. */
export function confirmFirst(): string {
  const { path, query } = currentExchange()
  return backTo({ kept: '', to: query ? `${path}?${query}` : path })
}
