import { When } from '@/components/staff/when'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { blockedDomains } from '@/lib/delivery/queue/retry-blocked-domain'
import { counted } from '@/lib/kernel/text'

/** The domains whose servers will have nothing from our sender, each with the way to try it again. */
export function Blocked({ domains, held }: Awaited<ReturnType<typeof blockedDomains>>) {
  if (domains.length === 0 && held === 0) return null
  return (
    <div className="max-w-[46rem] space-y-4">
      {domains.map(({ domain, blockedAt, said }) => (
        <Notice key={domain} look="fault" heading={`Our mail is blocked by ${domain}`}>
          <p>
            Since <When at={blockedAt} /> nothing is sent there. The letters are held, and none has failed for it.
            {said && (
              <>
                {' '}
                The server said: <q className="break-words">{said}</q>
              </>
            )}
          </p>
          <p>Have the block lifted first: what is tried before that comes back again, and is held again.</p>
          <form method="post" action="/staff/letters">
            <input type="hidden" name="domain" value={domain} />
            <Button look="second" name="do" value="try-again">
              Try {domain} again
            </Button>
          </form>
        </Notice>
      ))}
      {held > 0 && (
        <p>
          {counted(held, 'letter')} held because a domain takes nothing from our sender.
          {domains.length === 0 && ' They are being put on their way.'}
        </p>
      )}
    </div>
  )
}
