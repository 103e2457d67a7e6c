import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/e2e/fixtures/product'

export type Front = { url: string; behind: number[]; stop(): void }

/** Debian's nginx in front of so many ports that are free: who does not take a connection is left out for five seconds. */
export async function startFront(count: number): Promise<Front> {
  const port = await freePort()
  const behind: number[] = []
  while (behind.length < count) behind.push(await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'dear-mp-front-'))
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  upstream dear_mp { ${behind.map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=5s;`).join(' ')} keepalive 16; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://dear_mp; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_connect_timeout 2s; proxy_read_timeout 30s;
    }
  }
}
`,
  )
  const child: ChildProcess = spawn('nginx', ['-c', file], { stdio: 'ignore' })
  await sleep(500)
  return {
    url: `http://127.0.0.1:${port}`,
    behind,
    stop() {
      child.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
