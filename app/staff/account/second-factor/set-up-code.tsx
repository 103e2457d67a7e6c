import { drawnCode } from '@/lib/campaigns/poster/qr-code'

/** The QR code that an authenticator app scans: dark on white in both schemes, since scanners do not read the reverse. */
export function SetUpCode({ uri }: { uri: string }) {
  const { size, stretches } = drawnCode(uri)
  const path = stretches.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code for the authenticator app"
      shapeRendering="crispEdges"
      className="w-full max-w-64"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#12161a" d={path} />
    </svg>
  )
}
