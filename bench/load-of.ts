import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

export type Load = { rate: number; pages: number; said: string }

/** Asks for one page again and again by wrk, over so many connections at once. Throws where an answer was no page. */
export async function loadOf(url: string, connections: number, seconds: number): Promise<Load> {
  const options = ['-t1', `-c${connections}`, `-d${Math.round(seconds)}s`, '--latency', '-H', 'Accept-Encoding: br']
  const child = spawn('wrk', [...options, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  const printed = await text(child.stdout)
  const found = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? ''
  if (/Non-2xx|Socket errors/.test(printed)) throw new Error(printed)
  const rate = Number(found(/Requests\/sec:\s+([\d.]+)/))
  const said = `${Math.round(rate)} pages a second at ${connections} connections (p50 ${found(/50%\s+(\S+)/)}, p99 ${found(/99%\s+(\S+)/)})`
  return { rate, pages: Number(found(/(\d+) requests in/)), said }
}
