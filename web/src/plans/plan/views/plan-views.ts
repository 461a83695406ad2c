/** What the tasks of a plan may be seen as; it stands in the address. */
export const planViews = ['tree', 'table', 'timeline'] as const;
export type PlanViewName = (typeof planViews)[number];
