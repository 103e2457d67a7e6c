import { healthAnswer } from '@/app/_server/answer/health'
import { unreadyPart } from '@/app/_server/readiness'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return healthAnswer('ready', await unreadyPart(), {
    database: 'ok',
    migrations: 'current',
    keys: 'open',
    worker: 'seen',
    queue: 'moving',
    disk: 'enough',
  })
}
