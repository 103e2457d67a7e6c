/**
 * Somebody's name, on one line wherever one has room for it: a heading never parts "Rachel" from "Blake MP". A comma or
 * a full stop after it stands in it, or it may begin the next line.
 */
export function WholeName({ children }: { children: string }) {
  return <span className="inline-block">{children}</span>
}
