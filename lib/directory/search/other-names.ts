/** Everyday English names of places that a constituency is known by, where its own name has no word of them. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  E14001511: ['Isles of Scilly', 'Scilly Isles'],
  N05000008: ['Derry', 'Londonderry'],
  S14000027: ['Western Isles', 'Outer Hebrides', 'Hebrides'],
}
