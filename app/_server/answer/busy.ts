import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathOf } from '@/app/_server/path-of'
import { areaOf } from '@/app/_server/routes/area'
import { pageAt } from '@/app/_server/routes/kind'
import { SECOND } from '@/lib/kernel/time/durations'
import { answerComeBack } from './come-back'
import { waitNow } from './waiting'

/** Whoever would begin a letter is asked to come back once others wait for so long… */
const BEGIN_MS = SECOND
/** …and whoever has begun, much later: a letter that is under way is to be ended. */
const GO_ON_MS = 8 * SECOND
/**
 * Answers 503 with a time to come back where more come than this process can answer; gives whether it has. Those who
 * begin are asked first. Never asked are those who confirm, unsubscribe or say that it was not them, staff, whoever
 * watches over the installation, and those who want what is in memory.
 */
export function answerBusy(request: IncomingMessage, response: ServerResponse, wait = waitNow()): boolean {
  const path = pathOf(request)
  const most = patienceFor(path)
  if (wait <= most) return false
  answerComeBack(response, {
    title: 'Very many people are writing just now',
    wantsPage: areaOf(path) !== 'api',
    code: 'busy',
  })
  return true
}

/** How long others may wait before whoever asks for a path is asked to come back, in milliseconds. */
function patienceFor(path: string): number {
  const { kind } = pageAt(path)
  if (kind.whenBusy === 'always' || kind.cached) return Number.POSITIVE_INFINITY
  const area = areaOf(path)
  if (area === 'api') return BEGIN_MS
  if (area !== 'public') return Number.POSITIVE_INFINITY
  return kind.whenBusy === 'later' ? BEGIN_MS : GO_ON_MS
}
