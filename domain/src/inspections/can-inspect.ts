/** Whose unit a leading agency may look at: one of its own place, or of a commune of its province. */
export function canInspect(
  lead: { readonly placeId: string },
  unit: { readonly placeId: string; readonly provinceId: string },
): boolean {
  return lead.placeId === unit.placeId || lead.placeId === unit.provinceId;
}
