import { Notice } from '@/components/ui/notice'
import { OLD_SECRET_HOURS } from '@/lib/webhooks/sending/sign'

/** A secret, shown once. */
export function NewSecret({ secret, isFirst }: { secret: string; isFirst: boolean }) {
  return (
    <Notice look="held" heading="Copy the secret now: it is not shown again">
      <p>
        <code id="secret" className="block border border-edge bg-ground p-2 break-all select-all">
          {secret}
        </code>
      </p>
      <p>
        {isFirst
          ? 'The receiver needs it to check that a message is ours. Then send a test.'
          : `Every message is signed by it from now on, and by the old one as well for ${OLD_SECRET_HOURS} hours, unless you have ended that.`}
      </p>
    </Notice>
  )
}
