/** Somebody's name, on one line wherever one has room for it: a heading never parts "Rachel" from "Blake MP". */
export function WholeName({ children }: { children: string }) {
  return <span className="inline-block">{children}</span>
}
